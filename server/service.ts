/**
 * What the server loads once it has answered `initialize`: all that reads notes and finds what is wrong with them. It is a
 * bundle of its own, so that starting takes hardly longer than the protocol does, and it holds nothing of the protocol's
 * library.
 */
export { documentReport, workspaceReport } from './publishing.ts';
export { Session } from './session.ts';
