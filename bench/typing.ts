/**
 * Typing in a note of 50 KB, 1 MB and 10 MB, as an editor sees it: from the moment a key is sent to the moment that the
 * findings of that very version are there, or the answer to what was asked right after the key. All servers are up at once
 * and take turns; peers, of which some take seconds, get fewer keys.
 */
import type { CompletionList } from 'vscode-languageserver-protocol';
import { Editor, type Profile } from './client.ts';
import { keptNote, note } from './corpus.ts';
import { type Key, keysOf } from './keys.ts';
import { against, type Figures, median, percentile, type Row } from './measure.ts';
import { floor, ours, peers } from './profiles.ts';

const uri = 'untitled:open.delegate.md';
const rounds = 6;
const roundsOfPeers = 3;
/** Rounds of which nothing is kept. */
const warmup = 2;
/** Milliseconds of typing that a peer gets in a round. */
const patience = 1500;
const burst = 30;

/** Milliseconds, by what was done. */
type Times = Record<'key' | 'burst' | 'hover' | 'completion' | 'symbols', number[]>;

export async function typing(): Promise<Row[]> {
  const others = await peers();
  const small = await measured(keptNote(50_000), [ours, floor, ...others]);
  const large = await measured(keptNote(1_000_000), [ours, floor, ...others]);
  const huge = await measured(keptNote(10_000_000), [ours, floor]);
  const full = await measured(note(1_000_000), [ours, floor, ...others.filter(({ name }) => name === 'rumdl')]);
  const p50 = (times: ReadonlyMap<string, Times>): number => median(times.get('ours')!.key);
  const p95 = percentile(large.get('ours')!.key, 0.95);
  return [
    { ...row('keystroke → findings, 50 KB', small, 'key', '≤ 1.5 × null, 1/10 of rumdl', [['null', 1.5], ['rumdl', 0.1]]) },
    { ...row('keystroke → findings, 1 MB', large, 'key', '≤ null, 1/100 of rumdl', [['null', 1], ['rumdl', 0.01]]) },
    { ...row('keystroke → findings, 10 MB', huge, 'key', '≤ null', [['null', 1]]) },
    { ...row('keystroke → findings, 1 MB with 1,000 findings', full, 'key', '', []) },
    flatness('keystroke at 1 MB against 50 KB, p50', p50(large), p50(small), 1.2),
    flatness('keystroke at 10 MB against 50 KB, p50', p50(huge), p50(small), 1.2),
    flatness('keystroke at 1 MB, p95 against p50', p95, p50(large), 2.5),
    row(`burst of ${burst} keys, last key → findings, 1 MB`, large, 'burst', '≤ 2 × null', [['null', 2]]),
    row('hover, 50 KB', small, 'hover', '≤ 2 × null', [['null', 2]]),
    row('hover, 1 MB', large, 'hover', '≤ 2 × null', [['null', 2]]),
    flatness('hover at 1 MB against 50 KB, p50', median(large.get('ours')!.hover), median(small.get('ours')!.hover), 1.2),
    limited(row('completion after a key, 1 MB', large, 'completion', '≤ 2 ms', []), 2),
    limited(row('document symbols after a key, 1 MB', large, 'symbols', '≤ 5 ms', []), 5),
  ];
}

async function measured(text: string, profiles: readonly Profile[]): Promise<Map<string, Times>> {
  const keys = keysOf(text);
  const places = placesIn(text);
  const editors = await Promise.all(profiles.map(async (profile) => {
    const editor = await Editor.start(profile);
    editor.open(uri, text);
    await editor.findings(uri);
    return editor;
  }));
  const all = new Map<string, Times>(profiles.map(({ name }) => [name, { key: [], burst: [], hover: [], completion: [], symbols: [] }]));
  try {
    for (let round = -warmup; round < rounds; round++) {
      for (const editor of editors) {
        const isPeer = editor.profile !== ours && editor.profile !== floor;
        if (isPeer && (round < 0 || round >= roundsOfPeers)) continue;
        const times = await turn(editor, keys, places, isPeer, round);
        const known = all.get(editor.profile.name)!;
        if (round >= 0) for (const what of Object.keys(known) as (keyof Times)[]) known[what].push(...times[what]);
      }
    }
  } finally {
    for (const editor of editors) await editor.stop();
  }
  return all;
}

async function turn(editor: Editor, keys: readonly Key[], places: Places, isPeer: boolean, round: number): Promise<Times> {
  const times: Times = { key: [], burst: [], hover: [], completion: [], symbols: [] };
  const until = performance.now() + (isPeer ? patience : Infinity);
  // Peers get other keys in each round.
  const order = isPeer ? keys.map((_, i) => keys[(i * 7 + round * 4) % keys.length]!) : keys;
  for (const key of order) {
    times.key.push(...(await timesOfKey(editor, key)));
    if (performance.now() > until) break;
  }
  times.burst.push(await timeOfBurst(editor, places));
  for (let i = 0; i < (isPeer ? 2 : 12); i++) {
    for (const position of places.hovers) {
      const start = performance.now();
      const hover = await editor.at('textDocument/hover', uri, position);
      times.hover.push(performance.now() - start);
      if (editor.profile === ours && !hover) throw new Error(`There is no hover at line ${position.line}`);
    }
  }
  for (let i = 0; i < (isPeer ? 1 : 6); i++) {
    times.completion.push(await timeOfCompletion(editor, places));
    times.symbols.push(await timeOfSymbols(editor, keys[0]!));
  }
  return times;
}

async function timesOfKey(editor: Editor, { name, typed, takenBack }: Key): Promise<number[]> {
  const times: number[] = [];
  const found: string[] = [];
  for (const change of [typed, takenBack]) {
    const start = editor.change(uri, change);
    const findings = await editor.findings(uri);
    times.push(performance.now() - start);
    found.push(JSON.stringify(findings.map(({ range, message }) => [range, message])));
  }
  if (editor.profile === ours && found[0] === found[1]) throw new Error(`No finding comes or goes with ${name}`);
  return times;
}

/** Keys of a word, one right after the other; the findings of the last one are waited for. */
async function timeOfBurst(editor: Editor, { prose }: Places): Promise<number> {
  let last = 0;
  for (let i = 0; i < burst; i++) {
    const start = { line: prose.line, character: prose.character + i };
    last = editor.change(uri, { range: { start, end: start }, text: i === 0 ? '@' : 'q' });
  }
  const ms = (await editor.lastFindings(uri)) - last;
  editor.change(uri, { range: { start: prose, end: { line: prose.line, character: prose.character + burst } }, text: '' });
  await editor.lastFindings(uri);
  return ms;
}

/** After the last letter of an owner but one. */
async function timeOfCompletion(editor: Editor, { owner, letter }: Places): Promise<number> {
  const before = { line: owner.line, character: owner.character - 1 };
  const start = editor.change(uri, { range: { start: before, end: owner }, text: '' });
  const items = await editor.at<CompletionList | readonly object[] | null>('textDocument/completion', uri, before);
  const ms = performance.now() - start;
  if (editor.profile === ours && !(items as CompletionList).items.length) throw new Error('Nothing is offered');
  await editor.findings(uri);
  editor.change(uri, { range: { start: before, end: before }, text: letter });
  await editor.findings(uri);
  return ms;
}

async function timeOfSymbols(editor: Editor, { typed, takenBack }: Key): Promise<number> {
  const start = editor.change(uri, typed);
  await editor.request('textDocument/documentSymbol', { textDocument: { uri } });
  const ms = performance.now() - start;
  await editor.findings(uri);
  editor.change(uri, takenBack);
  await editor.findings(uri);
  return ms;
}

type Place = Key['typed']['range']['start'];

interface Places {
  /** A heading, a person, a cadence and a field's name. */
  readonly hovers: readonly Place[];
  readonly prose: Place;
  /** Behind an owner. */
  readonly owner: Place;
  readonly letter: string;
}

/** In the middle of the note. */
function placesIn(text: string): Places {
  const lines = text.split('\n');
  const find = (pattern: RegExp): Place => {
    const line = lines.findIndex((each, i) => i > lines.length / 2 && pattern.test(each));
    return { line, character: pattern.exec(lines[line]!)![0].length };
  };
  const owner = find(/^- Owner: @\w+$/);
  return {
    hovers: [find(/^## .(?=.*\(recurring\))/), find(/^- Owner: @./), find(/^- Cadence: every F/), find(/^- Esti/)],
    prose: find(/^(?=[A-Z][a-z]+ [a-z ]+\.$)/),
    owner,
    letter: lines[owner.line]![owner.character - 1]!,
  };
}

function row(metric: string, times: ReadonlyMap<string, Times>, what: keyof Times, toReach: string, limits: readonly (readonly [name: string, share: number])[]): Row {
  const figures: Figures = new Map([...times].filter(([, each]) => each[what].length > 0).map(([name, each]) => [name, { p50: median(each[what]), p95: percentile(each[what], 0.95) }]));
  return against(metric, figures, toReach, limits);
}

const limited = (given: Row, most: number): Row => ({ ...given, reached: given.raw['ours p50']! <= most });

function flatness(metric: string, one: number, other: number, most: number): Row {
  const ratio = one / other;
  return { metric, ours: `${one.toFixed(2)} ms`, peer: `${other.toFixed(2)} ms`, ratio: ratio.toFixed(2), share: ratio, toReach: `≤ ${most}`, reached: ratio <= most, raw: { one, other } };
}
