/** Note text in lists: in VS Code `$(name)` would become a picture. */
export const plainLabel = (text: string): string => text.replaceAll('$(', '\\$(');
