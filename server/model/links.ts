/** Where links lead, and what links to a file or a heading. */
import type { Document } from '../notation/document.ts';
import type { Link } from '../notation/links.ts';
import { resolvePath } from './processes.ts';
import type { Folder } from './workspace.ts';

/** The file that a link means, whether it is there or not. */
export function targetOf({ path }: Link, document: Document, folder: Folder): string {
  return path === '' ? document.uri : resolvePath(folder.uri, document.uri, path);
}

/** A link and the document that it stands in. */
export interface LinkPlace {
  readonly document: Document;
  readonly link: Link;
}

/** The links to a file, or to one of its headings where an anchor is given, in the documents of a folder or in some of them. */
export function* linksTo(folder: Folder, uri: string, anchor?: string, within: Iterable<Document> = folder.read()): Generator<LinkPlace> {
  const name = lastName(uri);
  for (const document of within) {
    for (const link of document.links) {
      // Most links are told from others by the name of the file, which takes no URI to be resolved.
      if (link.path === '' ? document.uri !== uri : lastName(link.path) !== name || targetOf(link, document, folder) !== uri) continue;
      if (anchor === undefined || link.anchor?.toLowerCase() === anchor) yield { document, link };
    }
  }
}

/** The last segment of a path or a URI, as it is read. */
function lastName(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The line of the heading that a link leads to; 0 for a link to the whole of a document, `undefined` where there is no such heading. */
export function lineOf({ anchor }: Link, target: Document, folder: Folder): number | undefined {
  const { bySlug, whole } = folder.outline(target);
  return anchor === undefined ? whole.line : bySlug.get(anchor.toLowerCase())?.line;
}
