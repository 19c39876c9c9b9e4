/**
 * What the extension itself takes as VS Code starts, by VS Code's own account: loading its code and calling `activate`, once
 * there is a note. The server is a process of its own and is not in it.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { median, type Row } from './measure.ts';

const rounds = 3;
const most = 50;

export function activation(): Row[] {
  const times = Array.from({ length: rounds }, started);
  const of = (part: keyof Start): number => median(times.map((each) => each[part]));
  const ms = median(times.map(({ load, call }) => load + call));
  return [{
    metric: 'activation in VS Code: code loaded, and activate called',
    ours: `${ms.toFixed(0)} ms`,
    peer: `of which loading ${of('load').toFixed(0)} ms`,
    ratio: '',
    toReach: `< ${most} ms`,
    reached: ms < most,
    raw: { ms, load: of('load'), call: of('call'), finish: of('finish') },
  }];
}

/** Milliseconds. */
interface Start {
  readonly load: number;
  readonly call: number;
  /** Until the promise of `activate` was resolved. */
  readonly finish: number;
}

/** The editor tests print the line of the table that VS Code shows as “Startup Performance”. */
function started(): Start {
  const run = resolve(import.meta.dirname, '../test/editor/run.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [run, '--grep', 'what its start took'], { encoding: 'utf8' });
  const [, load, call, finish] = /Activation: (\d+) (\d+) (\d+)/.exec(`${stdout}${stderr}`) ?? [];
  if (load === undefined) throw new Error(`VS Code did not tell what the start took:\n${stdout}${stderr}`);
  return { load: Number(load), call: Number(call), finish: Number(finish) };
}
