import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * Who may import what. One compiler project for the whole repository means that the compiler will not say so; this does.
 * A layer is a folder, or a file that stands for one.
 */
const root = resolve(import.meta.dirname, '../..');

const pure = ['text', 'notation', 'model', 'rules', 'contracts'];

const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  notation: ['text', 'gray-matter', 'yaml'],
  model: ['text', 'notation', 'stemmer'],
  rules: ['text', 'notation', 'model'],
  contracts: [...pure, 'vscode-languageserver-types'],
  actions: [...pure],
  charts: ['text', 'd3-scale', 'd3-shape'],
  features: [...pure, 'actions', 'charts', 'vscode-languageserver-types'],
  reports: [...pure, 'charts'],
  server: [...pure, 'actions', 'features', 'reports', 'vscode-languageserver'],
  entries: [...pure, 'actions', 'features', 'reports', 'server', 'node', 'vscode-languageserver'],
  client: ['contracts', 'charts', 'client', 'vscode', 'vscode-languageclient', 'node'],
};

const entries = ['node.ts', 'nodeCode.ts', 'nodeFiles.ts', 'nodeStorage.ts', 'cli.ts', `cli${sep}`, 'browser.ts'];
const contracts = ['settings.ts', 'commands.ts', 'protocol.ts', 'context.ts', 'workspaceEdit.ts'];

function layerOf(file: string): string {
  const path = relative(root, file);
  if (path.startsWith(`client${sep}`)) return 'client';
  const inServer = path.slice('server/'.length);
  if (entries.some((entry) => inServer === entry || (entry.endsWith(sep) && inServer.startsWith(entry)))) return 'entries';
  if (contracts.includes(inServer)) return 'contracts';
  if (inServer === 'text.ts') return 'text';
  const folder = inServer.split(sep)[0]!;
  return folder.endsWith('.ts') ? 'server' : folder;
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : name.endsWith('.ts') ? [path] : [];
  });
}

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)].map(([, type, to]) => ({
    from: file,
    to: to!.startsWith('.') ? resolve(dirname(file), to!) : to!,
    isType: type !== undefined,
  }));
}

function targetOf(to: string): string {
  if (to.startsWith(sep)) return layerOf(to);
  if (to.startsWith('node:') || builtinModules.includes(to)) return 'node';
  return to.split('/').slice(0, to.startsWith('@') ? 2 : 1).join('/');
}

const files = [...sources(join(root, 'server')), ...sources(join(root, 'client'))];
const imports = files.flatMap(importsOf);
const say = ({ from, to }: Import): string => `${relative(root, from)} imports ${to.startsWith(sep) ? relative(root, to) : to}`;

describe('the walls of the house', () => {
  it('every layer imports only what it may', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [layer, target] = [layerOf(from), targetOf(to)];
      return layer !== target && !(mayImport[layer] ?? []).includes(target);
    });
    assert.deepEqual(wrong.map(say), []);
  });

  it('a rule never imports another rule, nor a feature another feature', () => {
    const list = join(root, 'server', 'rules', 'index.ts');
    const ruleFiles = new Set(imports.filter(({ from, to, isType }) => from === list && to.startsWith(sep) && !isType).map(({ to }) => to));
    const isOneOfMany = (file: string): boolean => ruleFiles.has(file) || (file.startsWith(sep) && layerOf(file) === 'features');
    // Parts of a feature lie in a folder of its name.
    const nameOf = (file: string): string => relative(join(root, 'server'), file).split(sep).slice(0, 2).join(sep).replace(/\.ts$/, '');
    const wrong = imports.filter(({ from, to }) => isOneOfMany(from) && isOneOfMany(to) && nameOf(from) !== nameOf(to));
    assert.ok(ruleFiles.size > 30);
    assert.deepEqual(wrong.map(say), []);
  });

  it('only frontMatter.ts imports gray-matter', () => {
    const importers = imports.filter(({ to }) => to === 'gray-matter').map(({ from }) => relative(root, from));
    assert.deepEqual(importers, [join('server', 'notation', 'frontMatter.ts')]);
  });

  it('no import goes in a circle', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to, isType } of imports) {
      if (!isType && to.startsWith(sep)) edges.set(from, [...(edges.get(from) ?? []), to]);
    }
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      const start = path.indexOf(file);
      assert.equal(start, -1, [...path.slice(start), file].map((each) => relative(root, each)).join(' → '));
      if (done.has(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of edges.keys()) visit(file, []);
  });

  it('below the server nothing knows a clock', () => {
    const clocks = files.filter((file) => {
      if (!['text', 'notation', 'model', 'rules', 'actions', 'features', 'charts', 'reports', 'contracts'].includes(layerOf(file))) return false;
      return /\bDate\.now\b|\bnew Date\(\)|\bperformance\.|\bsetTimeout\b|\bprocess\.(?:env|cwd|argv|hrtime|stdout|on)\b/.test(readFileSync(file, 'utf8'));
    });
    assert.deepEqual(clocks.map((file) => relative(root, file)), []);
  });
});
