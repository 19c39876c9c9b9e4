/** An hour of typing, two keys a second, as fast as the server answers: what it holds after that, its garbage collected. */
import { resolve } from 'node:path';
import { Editor, type Profile } from './client.ts';
import { keptNote } from './corpus.ts';
import { keysOf } from './keys.ts';
import type { Row } from './measure.ts';
import { ours } from './profiles.ts';

const uri = 'untitled:open.delegate.md';
const keysInAnHour = 7200;

const telling: Profile = {
  ...ours,
  command: () => {
    const [node, ...args] = ours.command();
    return [node, '--expose-gc', '--require', resolve(import.meta.dirname, 'heap.cjs'), ...args];
  },
};

export async function memory(): Promise<Row[]> {
  const text = keptNote(200_000);
  const editor = await Editor.start(telling);
  try {
    editor.open(uri, text);
    await editor.findings(uri);
    const keys = keysOf(text);
    let typed = 0;
    const type = async (count: number): Promise<void> => {
      for (const until = typed + count; typed < until; ) {
        const key = keys[(typed / 2) % keys.length]!;
        for (const change of [key.typed, key.takenBack]) {
          editor.change(uri, change);
          await editor.findings(uri);
          typed++;
        }
      }
    };
    // Code that runs for the first time is compiled, and what is asked for the first time is remembered.
    await type(keysInAnHour / 10);
    const before = await editor.heap();
    await type(keysInAnHour);
    const after = await editor.heap();
    const ratio = after / before;
    return [{
      metric: `heap after an hour of typing (${keysInAnHour.toLocaleString('en')} keys)`,
      ours: `${after.toFixed(1)} MB`, peer: `before ${before.toFixed(1)} MB`, ratio: ratio.toFixed(2), share: ratio, toReach: 'flat (≤ 1.1)', reached: ratio <= 1.1, raw: { before, after },
    }];
  } finally {
    await editor.stop();
  }
}
