#!/usr/bin/env node
// Stands in for the desktop's executable in `runTests({ vscodeExecutablePath })` where that cannot be downloaded: it
// takes the desktop's command line, runs the extension's tests in a VS Code served on localhost and opened in a
// headless Chromium, prints what they print and exits with their result. Whatever it starts ends as it exits.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exitOnSignals } from './processes.mjs';
import { codeServerCommand } from './server.mjs';
import { temporaryFolder } from './temporary.mjs';
import { testRun } from './testRun.mjs';

const path = { type: 'string' };
const paths = { type: 'string', multiple: true };
const { values, positionals } = parseArgs({
  strict: false, // the desktop's many other switches mean nothing here
  allowPositionals: true,
  options: {
    'extensionDevelopmentPath': paths, 'extensionTestsPath': path, 'install-extension': paths,
    'user-data-dir': path, 'extensions-dir': path, 'disable-extensions': { type: 'boolean' },
  },
});

const temporary = temporaryFolder();
const userDataDir = resolve(values['user-data-dir'] ?? join(temporary, 'user'));
// The browser has no such switch as --disable-extensions; a folder without any comes to the same.
const withoutExtensions = values['disable-extensions'] || !values['extensions-dir'];
const extensionsDir = withoutExtensions ? join(temporary, 'extensions') : resolve(values['extensions-dir']);

function exit(code, reason) {
  if (reason) console.error(reason);
  process.exit(code);
}

exitOnSignals();
// A runner that is killed cannot tell us.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && exit(1, 'The runner is gone.'), 500);

try {
  if (values['install-extension']) {
    const install = values['install-extension'].flatMap((file) => ['--install-extension', resolve(file)]);
    await codeServerCommand(install, { userDataDir, extensionsDir });
    exit(0);
  }
  if (!values.extensionTestsPath) exit(2, 'Nothing to do: neither --extensionTestsPath nor --install-extension.');
  exit(await testRun({
    userDataDir, extensionsDir,
    developmentPaths: (values.extensionDevelopmentPath ?? []).map((folder) => resolve(folder)),
    testsPath: resolve(values.extensionTestsPath),
    open: positionals.map((name) => resolve(name)),
  }));
} catch (error) {
  exit(1, error.message);
}
