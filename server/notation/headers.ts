import { closedFrontMatter, opensFrontMatter } from './frontMatter.ts';
import { type Header, readHeader } from './header.ts';

const remembered = 1000;

/** Of a text without front matter. */
const none = /* @__PURE__ */ readHeader('');

/**
 * Remembers headers by the text of their front matter. Reading YAML takes most of the time that a short note takes, and the
 * next version of a note, like many a neighbour, has the same front matter. Whoever reads many notes keeps one of these.
 */
export class Headers {
  private readonly known = new Map<string, Header>();

  read(text: string): Header {
    if (!opensFrontMatter(text)) return none;
    const key = closedFrontMatter(text);
    if (key === undefined) return readHeader(text);
    let header = this.known.get(key);
    if (!header) {
      header = readHeader(key);
      if (this.known.size >= remembered) this.known.clear();
      this.known.set(key, header);
    }
    return header;
  }
}
