/** The command line, `delegate-notes`: a thin entry that gives the commands their arguments and their way out. */
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { run } from './cli/main.ts';

const args = process.argv.slice(2);

/**
 * Of a command that takes a second, the code is done before it has paid for being optimised early: Node 20 is told to wait
 * longer with that, which takes a quarter off a check of 1,000 notes. Later versions weigh it in other ways.
 */
if (process.versions.v8.startsWith('11.') && args[0] !== 'server') setFlagsFromString('--interrupt-budget=300000');

const code = run(args, {
  cwd: process.cwd(),
  now: new Date(),
  code: __filename,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  serve: (args) => {
    process.argv = [process.argv[0]!, process.argv[1]!, ...args];
    // The bundle beside this one; the bundler does not follow it, so the server is not packed twice.
    createRequire(__filename)('./server.js');
  },
});
// The server sets its own.
if (code !== undefined) process.exitCode = code;
