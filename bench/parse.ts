/** Reading a 1 MB note into a Document, against whole-document Markdown parsers on the same text. */
import { readDocument } from '../server/notation/document.ts';
import { note } from './corpus.ts';
import { race, type Row } from './measure.ts';
import { importPeer } from './peers.ts';

interface Lezer {
  readonly parser: { configure(extension: unknown): { parse(text: string): unknown } };
  readonly GFM: unknown;
}

type MarkdownIt = new () => { parse(text: string, env: object): unknown };

export async function parse(): Promise<Row[]> {
  const text = Buffer.from(note(1_000_000)).toString();
  const megabytes = Buffer.byteLength(text) / 1e6;
  const lezer = await importPeer<Lezer>('@lezer/markdown', '1.8.1', 'dist/index.js');
  const lezerParser = lezer.parser.configure(lezer.GFM);
  const { default: MarkdownItClass } = await importPeer<{ default: MarkdownIt }>('markdown-it', '15.0.3', 'dist/markdown-it.mjs');
  const markdownIt = new MarkdownItClass();

  const times = race(
    [
      { name: 'ours', run: () => readDocument('file:///bench/note.delegate.md', text) },
      { name: 'lezer', run: () => lezerParser.parse(text) },
      { name: 'markdown-it', run: () => markdownIt.parse(text, {}) },
    ],
    15,
  );
  const ours = times.get('ours')!;
  const speed = (ms: number): number => megabytes / (ms / 1000);
  const slower = Math.max(times.get('lezer')!, times.get('markdown-it')!);
  return [
    {
      metric: 'parse a 1 MB note',
      ours: `${speed(ours).toFixed(0)} MB/s`,
      peer: '',
      ratio: '',
      toReach: '≥ 50 MB/s',
      reached: speed(ours) >= 50,
      raw: { ours },
    },
    {
      metric: 'parse a 1 MB note, against a full parse',
      ours: `${speed(ours).toFixed(0)} MB/s`,
      peer: `@lezer/markdown ${speed(times.get('lezer')!).toFixed(1)}, markdown-it ${speed(times.get('markdown-it')!).toFixed(1)} MB/s`,
      ratio: `${(times.get('lezer')! / ours).toFixed(1)} and ${(times.get('markdown-it')! / ours).toFixed(1)} times`,
      toReach: '≥ 20 times one of them',
      reached: slower / ours >= 20,
      raw: { ours, lezer: times.get('lezer')!, markdownIt: times.get('markdown-it')! },
    },
  ];
}
