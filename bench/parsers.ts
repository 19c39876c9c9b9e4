/** `parsers NAME` prints the median milliseconds in which one parser, when it is warm, reads a 1 MB note. */
import { readDocument } from '../server/notation/document.ts';
import { note } from './corpus.ts';
import { median } from './measure.ts';
import { importPeer, parserVersions as versions } from './peers.ts';

interface Lezer {
  readonly parser: { configure(extension: unknown): { parse(text: string): unknown } };
  readonly GFM: unknown;
}

type MarkdownIt = new () => { parse(text: string, env: object): unknown };

const parsers: Readonly<Record<string, () => Promise<(text: string) => unknown>>> = {
  ours: () => Promise.resolve((text) => readDocument('file:///bench/note.delegate.md', text)),
  lezer: async () => {
    const { parser, GFM } = await importPeer<Lezer>('@lezer/markdown', versions['@lezer/markdown'], 'dist/index.js');
    const configured = parser.configure(GFM);
    return (text) => configured.parse(text);
  },
  'markdown-it': async () => {
    const { default: Parser } = await importPeer<{ default: MarkdownIt }>('markdown-it', versions['markdown-it'], 'dist/markdown-it.mjs');
    const parser = new Parser();
    return (text) => parser.parse(text, {});
  },
};

/** Milliseconds to warm up, and milliseconds to measure. */
const warmUp = 2000, measured = 2000;

async function contest(name: string): Promise<void> {
  // A flat copy: what an editor sends or a file holds is one piece, not the many that a generator put together.
  const text = Buffer.from(note(1_000_000)).toString();
  const parse = await parsers[name]!();
  const times: number[] = [];
  const begin = performance.now();
  for (let start = begin; start < begin + warmUp + measured; ) {
    parse(text);
    const end = performance.now();
    if (start > begin + warmUp) times.push(end - start);
    start = end;
  }
  console.log(median(times));
}

void contest(process.argv[2]!);
