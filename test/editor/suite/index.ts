// What VS Code runs as the extension's tests: every suite beside it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export async function run(): Promise<void> {
  // mocha is an ES module and is not bundled, hence the import at run time.
  const { default: Mocha } = await import('mocha');
  const { DELEGATE_NOTES_GREP: grep } = process.env;
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 60_000, ...(grep ? { grep } : {}) });
  for (const name of readdirSync(__dirname).filter((name) => name.endsWith('.test.js')).sort()) {
    mocha.addFile(join(__dirname, name));
  }
  const failures = await new Promise<number>((resolve) => { mocha.run(resolve); });
  if (failures) throw new Error(`${failures} of the tests failed`);
}
