/**
 * Files that are kept from one start to the next. What is read is what was written by this very build, to the last byte, or
 * nothing: each file ends in a digest of the build and of all that it holds, and is written beside its place and then put there.
 */
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Storage } from './host.ts';
import { stampOfUri } from './nodeFiles.ts';

const format = 'delegate-notes 1';

/** Characters of a digest in Base64. */
const digestLength = 28;

const digest = (text: string): string => createHash('sha1').update(text).digest('base64');

/** A storage for the code in some files. */
export function storageOf(codeFiles: readonly string[]): Storage {
  let known: string | undefined;
  const build = (): string => (known ??= digest([format, ...codeFiles.map((file) => readFileSync(file, 'utf8'))].join('\n')));
  return {
    digest,
    stamp: stampOfUri,
    read(uri) {
      try {
        const bytes = readFileSync(fileURLToPath(uri));
        const end = bytes.length - digestLength;
        const told = bytes.toString('latin1', Math.max(end, 0));
        return end >= 0 && createHash('sha1').update(build()).update(bytes.subarray(0, end)).digest('base64') === told ? bytes.subarray(0, end) : undefined;
      } catch {
        // It has never been written, or cannot be read: then all is worked out anew.
        return undefined;
      }
    },
    *writing(uri, parts) {
      const path = fileURLToPath(uri);
      const beside = `${path}.${randomUUID()}`;
      mkdirSync(dirname(path), { recursive: true });
      const file = openSync(beside, 'wx', 0o600);
      try {
        try {
          const hash = createHash('sha1').update(build());
          for (const part of parts) {
            hash.update(part);
            writeAll(file, part);
            yield;
          }
          writeAll(file, Buffer.from(hash.digest('base64'), 'latin1'));
        } finally {
          closeSync(file);
        }
        renameSync(beside, path);
      } catch (error) {
        rmSync(beside, { force: true });
        throw error;
      }
    },
  };
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
