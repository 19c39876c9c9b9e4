// Runs the bench as one bundle: what is measured in this process is then compiled as what ships is. Read file by file, every
// call from one file to another costs more than it does there.
import { buildSync } from 'esbuild';
import { resolve } from 'node:path';

const outfile = resolve(import.meta.dirname, '../dist/bench/run.mjs');
buildSync({
  entryPoints: [resolve(import.meta.dirname, 'run.ts')],
  outfile,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname) },
  logLevel: 'error',
});
await import(outfile);
