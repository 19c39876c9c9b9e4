/** What the editor can do: read once from its long list, asked for by name. */
import type { ClientCapabilities } from 'vscode-languageserver';
import type { EditorAbilities } from './context.ts';
import type { InitializationOptions } from './protocol.ts';

export function abilitiesOf(capabilities: ClientCapabilities, options: InitializationOptions | undefined): EditorAbilities {
  const { workspace, textDocument, window } = capabilities;
  const { workspaceEdit } = workspace ?? {};
  const { codeAction, codeLens, completion, definition, diagnostic, documentSymbol, hover, inlayHint, publishDiagnostics, rename } = textDocument ?? {};
  const item = completion?.completionItem;
  const pulling = diagnostic !== undefined && options?.diagnostics !== 'push';
  const shown = pulling ? diagnostic : publishDiagnostics;
  return {
    configuration: workspace?.configuration === true,
    configurationEvents: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    pulling,
    pullAgain: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: (shown?.relatedInformation ?? publishDiagnostics?.relatedInformation) === true,
    codeDescription: (shown?.codeDescriptionSupport ?? publishDiagnostics?.codeDescriptionSupport) === true,
    versionedEdits: workspaceEdit?.documentChanges === true,
    creatingFiles: workspaceEdit?.documentChanges === true && workspaceEdit.resourceOperations?.includes('create') === true,
    movingFiles: workspaceEdit?.documentChanges === true && workspaceEdit.resourceOperations?.includes('rename') === true,
    previewing: workspaceEdit?.documentChanges === true && workspaceEdit.changeAnnotationSupport !== undefined,
    snippetEdits: workspaceEdit?.documentChanges === true && workspaceEdit.snippetEditSupport === true,
    tellingMoves: workspace?.fileOperations?.willRename === true,
    codeActions: codeAction?.codeActionLiteralSupport !== undefined,
    lazyEdits: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    preferredActions: codeAction?.isPreferredSupport === true,
    showingFiles: window?.showDocument?.support === true,
    applyingEdits: workspace?.applyEdit === true,
    asking: options?.asks === true,
    inlayHints: inlayHint !== undefined,
    inlayHintsAgain: workspace?.inlayHint?.refreshSupport === true,
    codeLens: codeLens !== undefined,
    codeLensAgain: workspace?.codeLens?.refreshSupport === true,
    hoverMarkdown: hover?.contentFormat?.includes('markdown') === true,
    images: options?.images === true,
    completion: completion !== undefined,
    snippets: item?.snippetSupport === true,
    lazyDocumentation: item?.resolveSupport?.properties.includes('documentation') === true,
    markdownDocumentation: item?.documentationFormat?.includes('markdown') === true,
    suggestCommand: options?.suggestCommand,
    definition: definition !== undefined,
    definitionLinks: definition?.linkSupport === true,
    references: textDocument?.references !== undefined,
    highlights: textDocument?.documentHighlight !== undefined,
    rename: rename !== undefined,
    preparingRename: rename?.prepareSupport === true,
    documentLinks: textDocument?.documentLink !== undefined,
    workspaceSymbols: workspace?.symbol !== undefined,
    documentSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true && options?.outline !== 'own',
    folding: textDocument?.foldingRange !== undefined,
    selectionRanges: textDocument?.selectionRange !== undefined,
    semanticTokens: textDocument?.semanticTokens !== undefined,
  };
}
