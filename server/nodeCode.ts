/**
 * Loads the bundles beside this one, with what V8 compiled of them at an earlier start. Node's own compile cache holds what
 * is compiled as a file is loaded, and that is little: a function is compiled when it is first called.
 */
import { readFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { Script } from 'node:vm';
import type { Storage } from './host.ts';

/** Compiled code that is larger than what is kept by this much replaces it. */
const worthKeeping = 1.1;

interface Loaded {
  readonly script: Script;
  readonly exports: unknown;
  /** Bytes of compiled code that are kept. */
  kept: number;
}

export class Bundles {
  private readonly loaded = new Map<string, Loaded>();
  private readonly requireOther: (name: string) => unknown;

  /** `folder` is where the bundles are; what is compiled is kept below `storageUri`, where there is one. */
  constructor(
    private readonly folder: string,
    private readonly storage: Pick<Storage, 'read' | 'writing'>,
    private readonly storageUri: string | undefined,
  ) {
    this.requireOther = createRequire(resolve(folder, 'server.js'));
  }

  load(name: string): unknown {
    const known = this.loaded.get(name);
    if (known) return known.exports;
    const filename = resolve(this.folder, name);
    const cachedData = this.storageUri === undefined ? undefined : this.storage.read(this.uriOf(name));
    const script = new Script(wrap(readFileSync(filename, 'utf8')), { filename, ...(cachedData && { cachedData }) });
    const module = { exports: {} };
    const run = script.runInThisContext() as (exports: object, require: (name: string) => unknown, module: object, filename: string, dirname: string) => void;
    run(module.exports, (other) => (other.startsWith('./') ? this.load(other.slice(2)) : this.requireOther(other)), module, filename, dirname(filename));
    this.loaded.set(name, { script, exports: module.exports, kept: cachedData && !script.cachedDataRejected ? cachedData.length : 0 });
    return module.exports;
  }

  /** Keeps what has been compiled by now for the next start; where nothing can be kept, that start takes longer. */
  keep(): void {
    if (this.storageUri === undefined) return;
    for (const [name, loaded] of this.loaded) {
      const data = loaded.script.createCachedData();
      if (data.length < loaded.kept * worthKeeping) continue;
      loaded.kept = data.length;
      try {
        for (const _ of this.storage.writing(this.uriOf(name), [data])) continue;
      } catch {
        return;
      }
    }
  }

  private uriOf(name: string): string {
    return `${this.storageUri}/${name}.compiled`;
  }
}
