/**
 * What the server loads once the first findings are out, or when it is asked for something else before: all that answers
 * requests. What it has in common with `service.ts` is there once, in a bundle that both load.
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
export { Renames } from './renames.ts';
export { TokenAnswers } from './tokenAnswers.ts';
