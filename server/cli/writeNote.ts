/** Writes a note that was read before, in the encoding that it has. */
import { accessSync, constants, closeSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, fchmodSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readText, reasonOf } from '../nodeFiles.ts';

/**
 * Answers why the note was not written, in words that fit into brackets; `undefined` when it was. Either it is written whole or
 * it stays as it was: a file beside it takes its place. A note that a link leads to is written where it is, if that is in the
 * folder; one that somebody else has written in the meantime is left alone.
 */
export function writeNote(path: string, folder: string, before: string, after: string): string | undefined {
  const now = readText(path, folder);
  if (typeof now === 'string') return 'it is not there any more';
  if ('unreadable' in now) return now.unreadable;
  if (now.text !== before) return 'it has changed since it was read';
  try {
    const real = realpathSync.native(path);
    accessSync(real, constants.W_OK);
    replaceFile(real, encoded(after, readFileSync(real)));
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function replaceFile(path: string, bytes: Buffer): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const file = openSync(temporary, 'wx');
  try {
    try {
      fchmodSync(file, statSync(path).mode);
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A text as bytes, with the byte order mark and the encoding of others. */
function encoded(text: string, like: Buffer): Buffer {
  const [first, second, third] = like;
  if (first === 0xff && second === 0xfe) return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (first === 0xfe && second === 0xff) return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  return Buffer.from(hasMark ? `\ufeff${text}` : text, 'utf8');
}
