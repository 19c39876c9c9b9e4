/**
 * What the server loads once it has answered `initialize`: all that reads notes and answers for them. It is a bundle of its
 * own, so that starting takes hardly longer than the protocol does, and it holds nothing of the protocol's library.
 */
export { codeActions, resolveCodeAction, uriOfCodeAction } from './features/codeActions.ts';
export { fixAllActions } from './features/fixAll.ts';
export { formatting } from './features/formatting.ts';
export { documentReport, workspaceReport } from './publishing.ts';
export { Session } from './session.ts';
