/**
 * Reading a 1 MB note into a Document, against whole-document Markdown parsers on the same text. Each runs in a process of
 * its own, so that none pays for another's garbage, and they take turns, so that a slow minute hits all of them alike.
 */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { readDocument } from '../server/notation/document.ts';
import { note } from './corpus.ts';
import { median, type Row } from './measure.ts';
import { importPeer, peerFolder } from './peers.ts';

const versions = { '@lezer/markdown': '1.8.1', 'markdown-it': '15.0.3' } as const;

interface Lezer {
  readonly parser: { configure(extension: unknown): { parse(text: string): unknown } };
  readonly GFM: unknown;
}

type MarkdownIt = new () => { parse(text: string, env: object): unknown };

const contestants: Readonly<Record<string, () => Promise<(text: string) => unknown>>> = {
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

/** A flat copy: what an editor sends or a file holds is one piece, not the many that a generator put together. */
const corpus = (): string => Buffer.from(note(1_000_000)).toString();

/** Prints the median milliseconds of one contestant; this is what runs in the processes. */
async function contest(name: string): Promise<void> {
  const text = corpus();
  const parse = await contestants[name]!();
  const times: number[] = [];
  for (let round = -10; round < 20; round++) {
    const start = performance.now();
    parse(text);
    if (round >= 0) times.push(performance.now() - start);
  }
  console.log(median(times));
}

export function parse(): Row[] {
  for (const [name, version] of Object.entries(versions)) peerFolder(name, version);
  const times = new Map<string, number[]>();
  for (let round = 0; round < 5; round++) {
    for (const name of Object.keys(contestants)) {
      const printed = execFileSync(process.execPath, ['--import', 'tsx', resolve(import.meta.filename), name], { encoding: 'utf8' });
      times.set(name, [...(times.get(name) ?? []), Number(printed)]);
    }
  }
  const of = (name: string): number => median(times.get(name)!);
  const megabytes = Buffer.byteLength(corpus()) / 1e6;
  const speed = (name: string): string => (megabytes / (of(name) / 1000)).toFixed(1);
  const ratio = (name: string): number => of(name) / of('ours');
  const raw = { ours: of('ours'), lezer: of('lezer'), markdownIt: of('markdown-it') };
  return [
    { metric: 'parse a 1 MB note', ours: `${speed('ours')} MB/s`, peer: '', ratio: '', toReach: '≥ 50 MB/s', reached: Number(speed('ours')) >= 50, raw },
    {
      metric: 'parse a 1 MB note, against a full parse',
      ours: `${speed('ours')} MB/s`,
      peer: `@lezer/markdown ${speed('lezer')}, markdown-it ${speed('markdown-it')} MB/s`,
      ratio: `${ratio('lezer').toFixed(1)} and ${ratio('markdown-it').toFixed(1)} times`,
      toReach: '≥ 20 times one of them',
      reached: Math.max(ratio('lezer'), ratio('markdown-it')) >= 20,
      raw,
    },
  ];
}

if (process.argv[1] === import.meta.filename) void contest(process.argv[2]!);
