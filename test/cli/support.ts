/** Runs `delegate-notes` in a folder of its own that holds the files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../server/cli/main.ts';

export function delegateNotes(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  prepare?: (folder: string) => void,
  look?: (folder: string) => void,
): { readonly code: number | undefined; readonly out: string; readonly error: string } {
  const cwd = mkdtempSync(join(tmpdir(), 'delegate-notes-test-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    prepare?.(cwd);
    let out = '';
    let error = '';
    const code = run(args, {
      cwd,
      now: new Date('2026-11-23T12:00:00Z'),
      code: import.meta.filename,
      out: (text) => void (out += text),
      error: (text) => void (error += text),
      serve: () => void (out += 'serving'),
    });
    look?.(cwd);
    return { code, out, error };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
