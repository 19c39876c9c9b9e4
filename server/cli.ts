/** The command line, `delegate-notes`: a thin entry that gives the commands their arguments and their way out. */
import { run } from './cli/main.ts';

process.exitCode = run(process.argv.slice(2), {
  cwd: process.cwd(),
  now: new Date(),
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  serve: (args) => {
    process.argv = [process.argv[0]!, process.argv[1]!, ...args];
    // Beside this bundle; a name that the bundler does not follow, so that the server is not packed into it twice.
    const server = `${__dirname}/server.js`;
    require(server);
  },
});
