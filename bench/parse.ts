/**
 * Reading a 1 MB note into a Document, against whole-document Markdown parsers on the same text. Each runs in a process of
 * its own, bundled and minified as it ships, so that none pays for another's garbage, and they take turns, so that a slow
 * minute hits all of them alike.
 */
import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { note } from './corpus.ts';
import { median, type Row } from './measure.ts';
import { parserVersions, peerFolder } from './peers.ts';

export function parse(): Row[] {
  for (const [name, version] of Object.entries(parserVersions)) peerFolder(name, version);
  const outfile = resolve(import.meta.dirname, '../dist/bench/parsers.cjs');
  buildSync({ entryPoints: [resolve(import.meta.dirname, 'parsers.ts')], outfile, bundle: true, minify: true, platform: 'node', logLevel: 'error' });
  const times = new Map<string, number[]>();
  for (let round = 0; round < 5; round++) {
    for (const name of ['ours', 'lezer', 'markdown-it']) {
      const printed = execFileSync(process.execPath, [outfile, name], { encoding: 'utf8' });
      times.set(name, [...(times.get(name) ?? []), Number(printed)]);
    }
  }
  const of = (name: string): number => median(times.get(name)!);
  const megabytes = Buffer.byteLength(note(1_000_000)) / 1e6;
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
