// Folders for one run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A new folder, which goes when this process ends.
 * Its short name matters: the path of a Unix socket inside may have 103 characters at most.
 */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'dn-'));
  // Retried, because processes that were just killed may still be writing.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}
