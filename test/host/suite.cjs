// What the shim has the extension host run as the tests: it sends what they print to a file, because the console of
// an extension host goes to the workbench's log, and then runs the real suite.
const { openSync, writeSync } = require('node:fs');
const { Writable } = require('node:stream');
const { format } = require('node:util');

const output = openSync(process.env.DELEGATE_NOTES_OUTPUT, 'a');

const stdout = new Writable({
  decodeStrings: false,
  write: (chunk, _encoding, done) => { writeSync(output, chunk); done(); },
});
for (const name of ['stdout', 'stderr']) Object.defineProperty(process, name, { value: stdout });
for (const name of ['debug', 'error', 'info', 'log', 'warn']) {
  // Assigning is a no-op: the host has made them read-only.
  Object.defineProperty(console, name, { value: (...args) => writeSync(output, `${format(...args)}\n`) });
}

exports.run = () => require(process.env.DELEGATE_NOTES_SUITE).run();
