// One run of an extension's tests in a served VS Code.
import { openSync, readSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { openPage } from './browser.mjs';
import { installChromium } from './chromium.mjs';
import { installCodeServer } from './install.mjs';
import { remoteUri, startServer, workbenchUrl } from './server.mjs';
import { temporaryFolder } from './temporary.mjs';

const SUITE = join(import.meta.dirname, 'suite.cjs');
const LIMIT = Number(process.env.DELEGATE_NOTES_TEST_TIMEOUT) || 180;

/**
 * Runs the tests, printing what they print. What was started is left to end with this process.
 * @param {{ userDataDir: string, extensionsDir: string, developmentPaths: string[], testsPath: string,
 *   open: string[] }} options open: a folder or .code-workspace, and files
 * @returns {Promise<number>} the exit code
 */
export async function testRun({ userDataDir, extensionsDir, developmentPaths, testsPath, open }) {
  await installCodeServer();
  await installChromium();
  const output = join(temporaryFolder(), 'output');
  const print = follow(output);
  const env = { DELEGATE_NOTES_OUTPUT: output, DELEGATE_NOTES_SUITE: testsPath };
  // Both at once: it saves a second.
  const [server, page] = await Promise.all([
    startServer({ userDataDir, extensionsDir, testDriver: true, env }),
    openPage(),
  ]);
  const log = [];
  const exited = new Promise((resolve, reject) => {
    // The workbench of a test run calls these two, by these names.
    const exposed = [
      page.exposeFunction('codeAutomationExit', resolve),
      page.exposeFunction('codeAutomationLog', (...entry) => log.push(entry.flat().join(' '))),
    ];
    const payload = [
      ...developmentPaths.map((path) => ['extensionDevelopmentPath', remoteUri(server, path)]),
      ['extensionTestsPath', remoteUri(server, SUITE)],
      ...open.filter((path) => !isContainer(path)).map((path) => ['openFile', remoteUri(server, path)]),
    ];
    const url = workbenchUrl(server, { ...container(open), payload });
    Promise.all(exposed).then(() => page.goto(url)).catch(reject);
    server.closed.then((ended) => reject(new Error(`VS Code's server ended (${ended}).`)));
    page.context().browser().on('disconnected', () => reject(new Error('The browser ended.')));
    page.on('crash', () => reject(new Error('The page crashed.')));
    setTimeout(() => reject(new Error(`The tests did not end within ${LIMIT} s.`)), LIMIT * 1000);
  });
  try {
    const code = await exited;
    if (code !== 0 && !print()) throw new Error('The tests could not be run.');
    return code;
  } catch (error) {
    // The tests themselves have not told what is wrong: the workbench and the server may.
    throw new Error([...log.slice(-40), server.log.slice(-4000), error.message].join('\n'), { cause: error });
  }
}

const isWorkspaceFile = (path) => path.endsWith('.code-workspace');
const isContainer = (path) => isWorkspaceFile(path) || statSync(path).isDirectory();

function container(open) {
  const path = open.find(isContainer);
  return path === undefined ? {} : { [isWorkspaceFile(path) ? 'workspace' : 'folder']: path };
}

/** Prints what is written to a file, as it comes and at the end; the result says how much there was until now. */
function follow(file) {
  const descriptor = openSync(file, 'a+');
  const buffer = Buffer.alloc(65_536);
  let position = 0;
  const print = () => {
    for (let length; (length = readSync(descriptor, buffer, 0, buffer.length, position)) > 0;) {
      process.stdout.write(buffer.subarray(0, length));
      position += length;
    }
    return position;
  };
  watch(file, print).unref();
  process.prependListener('exit', print);
  return print;
}
