/** Note text and file names in sentences for people: in quotation marks, in one line, and short. */
import type { Folder } from './workspace.ts';

const longest = 60;

/** Text that may be of any length, in one line and cut at 60 characters. */
export function short(text: string): string {
  const line = text.slice(0, 4 * longest).replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
}

/** “Send client invoices” */
export const quoted = (text: string): string => `“${short(text)}”`;

/** A file by its path in the workspace folder. */
export function fileName(uri: string, folder: Folder): string {
  const path = folder.contains(uri) ? uri.slice(folder.uri.length + 1) : uri;
  try {
    return short(decodeURIComponent(path));
  } catch {
    return short(path);
  }
}
