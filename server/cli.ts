/** The command line, `delegate-notes`: a thin entry that gives the commands their arguments and their way out. */
import { createRequire } from 'node:module';
import { run } from './cli/main.ts';

const code = run(process.argv.slice(2), {
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
