import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Bundles } from '../../server/nodeCode.ts';
import { storageOf } from '../../server/nodeStorage.ts';

describe('code that was compiled', () => {
  let folder: string;
  const kept = (): string => join(folder, 'kept');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'delegate-notes-'));
    writeFileSync(join(folder, 'shared.js'), 'module.exports = { loads: (globalThis.loads = (globalThis.loads ?? 0) + 1), twice: (n) => n * 2 };');
    writeFileSync(join(folder, 'service.js'), 'const { twice } = require("./shared.js"); module.exports = { four: () => twice(2), platform: require("node:os").platform() };');
    writeFileSync(join(folder, 'features.js'), 'module.exports = require("./shared.js");');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const bundles = (storage: string | undefined): Bundles => new Bundles(folder, storageOf([join(folder, 'shared.js'), join(folder, 'service.js')]), storage);
  const start = (): Bundles => bundles(pathToFileURL(kept()).href);
  const four = (loaded: unknown): number => (loaded as { four(): number }).four();

  it('is loaded once, however many bundles share it', () => {
    const one = bundles(undefined);
    assert.equal(four(one.load('service.js')), 4);
    assert.equal(one.load('features.js'), one.load('shared.js'));
    one.keep();
    assert.deepEqual(readdirSync(folder).sort(), ['features.js', 'service.js', 'shared.js']);
  });

  it('is kept for the next start', () => {
    const first = start();
    assert.equal(four(first.load('service.js')), 4);
    first.keep();
    assert.deepEqual(readdirSync(kept()).sort(), ['service.js.compiled', 'shared.js.compiled']);
    assert.equal(four(start().load('service.js')), 4);
  });

  it('is compiled again where what was kept is damaged, or is of another build', () => {
    const first = start();
    first.load('service.js');
    first.keep();
    const file = join(kept(), 'service.js.compiled');
    const whole = readFileSync(file);
    for (const damaged of [Buffer.alloc(0), whole.subarray(0, whole.length >> 1), Buffer.from(whole).fill(7, 40, 60), Buffer.concat([whole, whole])]) {
      writeFileSync(file, damaged);
      assert.equal(four(start().load('service.js')), 4);
    }
    writeFileSync(file, whole);
    writeFileSync(join(folder, 'shared.js'), 'exports.twice = (n) => n * 3;');
    assert.equal(four(start().load('service.js')), 6);
  });

  it('need not be kept', () => {
    writeFileSync(kept(), 'no folder');
    const first = start();
    assert.equal(four(first.load('service.js')), 4);
    first.keep();
  });
});
