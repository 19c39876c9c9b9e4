// Loaded before the server: at a signal it collects the garbage and writes on a pipe of its own how much is still held.
const { writeSync } = require('node:fs');

process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
  writeSync(3, `${process.memoryUsage().heapUsed}\n`);
});
