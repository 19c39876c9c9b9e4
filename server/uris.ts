/** Editors and Node escape one and the same path differently; inside the server each file has one spelling. */

/** `file:///C:/A&B/x.md` and `file:///c%3A/A%26B/x.md` both give the latter. Query and fragment are kept as they are. */
export function canonicalUri(uri: string): string {
  const [, scheme, path, rest] = /^([^/?#:]+:(?:\/\/[^/?#]*)?)?([^?#]*)(.*)$/s.exec(uri)!;
  const encoded = path!.split('/').map(encodeSegment).join('/');
  return (scheme ?? '') + encoded.replace(/^\/[A-Z]%3A/, (drive) => drive.toLowerCase().replace('%3a', '%3A')) + rest;
}

function encodeSegment(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment));
  } catch {
    return segment;
  }
}

/** The folder of a file, without a slash at its end. */
export function parentUri(uri: string): string {
  return uri.slice(0, Math.max(uri.lastIndexOf('/'), uri.indexOf(':') + 1));
}

export const isNote = (uri: string): boolean => uri.endsWith('.delegate.md');

export const isMarkdown = (uri: string): boolean => /\.(?:md|markdown|mdown|mkd|mdx)$/i.test(uri);
