import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { storageOf } from '../../server/nodeStorage.ts';

describe('files that are kept between starts', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'delegate-notes-test-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A storage whose code is a file with this text. */
  const storage = (code = 'one build'): ReturnType<typeof storageOf> => {
    writeFileSync(join(folder, 'code.js'), code);
    return storageOf([join(folder, 'code.js')]);
  };
  const path = (): string => join(folder, 'deep', 'x.cache');
  const uri = (): string => pathToFileURL(path()).href;
  const write = (text: string): void => void [...storage().writing(uri(), [Buffer.from(text), Buffer.from('\nand more')])];
  const read = (code?: string): string | undefined => {
    const bytes = storage(code).read(uri());
    return bytes && Buffer.from(bytes).toString();
  };

  it('are given back as they were written last', () => {
    assert.equal(read(), undefined);
    write('first');
    write('“second”');
    assert.equal(read(), '“second”\nand more');
    assert.deepEqual(readdirSync(join(folder, 'deep')), ['x.cache']);
  });

  const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
    'is empty': () => Buffer.alloc(0),
    'was cut off at once': (bytes) => bytes.subarray(0, 5),
    'was cut off in its middle': (bytes) => bytes.subarray(0, bytes.length >> 1),
    'lacks its last byte': (bytes) => bytes.subarray(0, -1),
    'lacks its first byte': (bytes) => bytes.subarray(1),
    'has another first byte': (bytes) => flipped(bytes, 0),
    'has another byte in its middle': (bytes) => flipped(bytes, bytes.length >> 1),
    'has another last byte': (bytes) => flipped(bytes, bytes.length - 1),
    'has zeros where it was never written': (bytes) => Buffer.concat([bytes.subarray(0, 8), Buffer.alloc(bytes.length - 8)]),
    'goes on behind its end': (bytes) => Buffer.concat([bytes, Buffer.from('more')]),
    'is there twice over': (bytes) => Buffer.concat([bytes, bytes]),
    'has its parts in another order': (bytes) => Buffer.concat([bytes.subarray(8, 16), bytes.subarray(0, 8), bytes.subarray(16)]),
  };
  for (const [how, damage] of Object.entries(damages)) {
    it(`are not given back when one ${how}`, () => {
      write('something');
      writeFileSync(path(), damage(readFileSync(path())));
      assert.equal(read(), undefined);
      write('something else');
      assert.equal(read(), 'something else\nand more');
    });
  }

  it('are given to the build that has written them', () => {
    write('something');
    assert.equal(read('another build'), undefined);
    assert.equal(read(), 'something\nand more');
  });

  it('give way to what is no file', () => {
    mkdirSync(path(), { recursive: true });
    assert.equal(read(), undefined);
    assert.throws(() => write('something'));
    assert.deepEqual(readdirSync(join(folder, 'deep')), ['x.cache']);
  });

  it('are whole although two windows write at the same time, or one has not come to its end', () => {
    write('first');
    const [one, other] = ['one', 'other'].map((text) => storage().writing(uri(), [Buffer.from(text), Buffer.from(' window')]));
    one!.next();
    other!.next();
    assert.equal(read(), 'first\nand more');
    for (const _ of other!) continue;
    assert.equal(read(), 'other window');
    for (const _ of one!) continue;
    assert.equal(read(), 'one window');
    assert.deepEqual(readdirSync(join(folder, 'deep')), ['x.cache']);
  });

  it('say nothing sure of a file that was written a moment ago', () => {
    write('something');
    assert.equal(storage().stamp(uri()), undefined);
    assert.equal(storage().stamp(pathToFileURL(join(folder, 'nowhere')).href), 'missing');
    assert.equal(storage().stamp(pathToFileURL(folder).href), 'directory');
    assert.equal(storage().stamp('untitled:x'), undefined);
  });
});

const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = copy[at]! ^ 1;
  return copy;
};
