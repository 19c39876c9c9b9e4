/**
 * What the server loads once it has answered `initialize`: all that reads notes and answers for them. It is a bundle of its
 * own, so that starting takes hardly longer than the protocol does, and it holds nothing of the protocol's library.
 */
export { codeActions, resolveCodeAction, uriOfCodeAction } from './features/codeActions.ts';
export { codeLenses } from './features/codeLens.ts';
export { applicableAt } from './features/applicable.ts';
export { fileOfAction, outcomeOf } from './features/executeCommand.ts';
export { inlayHints } from './features/inlayHints.ts';
export { historyAt, listOf } from './features/lists.ts';
export { taskActions } from './features/taskActions.ts';
export { optionProblemOf, taskChoiceAt, taskChoices } from './features/taskChoices.ts';
export { rewriteCadence } from './features/rewriteCadence.ts';
export { hover } from './features/hover.ts';
export { completion, resolveCompletion, uriOfCompletion } from './features/completion.ts';
export { definition } from './features/definition.ts';
export { documentHighlights } from './features/documentHighlights.ts';
export { documentLinks } from './features/documentLinks.ts';
export { documentSymbols } from './features/documentSymbols.ts';
export { foldingRanges } from './features/foldingRanges.ts';
export { references } from './features/references.ts';
export { prepareRename } from './features/rename.ts';
export { selectionRanges } from './features/selectionRanges.ts';
export { workspaceSymbols } from './features/workspaceSymbols.ts';
export { fixAllActions } from './features/fixAll.ts';
export { formatting } from './features/formatting.ts';
export { FolderCommands } from './folderCommands.ts';
export { documentReport, workspaceReport } from './publishing.ts';
export { Renames } from './renames.ts';
export { Session } from './session.ts';
export { TokenAnswers } from './tokenAnswers.ts';
