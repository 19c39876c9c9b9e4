// Builds everything that ships: the extension, its language server and the command line.
//   node esbuild.mjs                for development, with source maps
//   node esbuild.mjs --watch        the same, again at every change
//   node esbuild.mjs --production   minified, as packaged
//   node esbuild.mjs --production --bench   and the server that ours is measured against, made in the same way
import * as esbuild from 'esbuild';
import { readFile, stat, writeFile } from 'node:fs/promises';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const { version } = JSON.parse(await readFile('package.json', 'utf8'));

/** Loads the files that match a pattern as what `change` makes of their path and text. */
const changing = (name, filter, change) => ({
  name,
  setup(build) {
    build.onLoad({ filter }, async ({ path }) => ({
      contents: change(await readFile(path, 'utf8')),
      loader: path.endsWith('.ts') ? 'ts' : 'js',
    }));
  },
});

/**
 * gray-matter's engines.js evaluates front matter written in JavaScript. Notes are untrusted and YAML is the only
 * engine we hand it, so that file is left out of the bundle: what is not there cannot run.
 */
const withoutGrayMatterEngines = changing('without-gray-matter-engines', /gray-matter[\\/]lib[\\/]engines\.js$/, () => 'module.exports = {};');

/** YAML is read and never written: its modules for browsers can be shaken, and what writes is left out. */
const yamlForReading = {
  name: 'yaml-for-reading',
  setup(build) {
    build.onResolve({ filter: /^yaml$/ }, ({ resolveDir }) => build.resolve('./node_modules/yaml/browser/dist/index.js', { kind: 'import-statement', resolveDir: process.cwd(), importer: resolveDir }));
    const writing = changing('', /yaml[\\/]browser[\\/]dist[\\/](?:stringify[\\/]\w+|visit|schema[\\/]yaml-1\.1[\\/](?:omap|set|pairs|binary|timestamp|float|int|schema))\.js$/, withoutBodies);
    writing.setup(build);
  },
};

const withoutBodies = (text) =>
  [...text.matchAll(/^export \{([^}]+)\}/gm)]
    .flatMap(([, names]) => names.split(','))
    .map((name) => `export const ${name.trim().split(' as ').pop()} = undefined;`)
    .join('\n');

/**
 * The package of LSP's types is nearly all checks of values, and the server's own requests make only these few. A check is
 * a block `(function (X) { … })(X || (X = {}));`.
 */
const fewTypes = changing('few-types', /vscode-languageserver[\\/](?:.*[\\/])?vscode-languageserver-types[\\/]lib[\\/]esm[\\/]main\.js$/, (text) =>
  text.replace(/^\(function \((\w+)\) \{$[^]*?^\}\)\(\1 \|\| \(\1 = \{\}\)\);$/gm, (block, name) =>
    ['DocumentUri', 'URI', 'WorkspaceFolder', 'integer', 'uinteger', 'Is'].includes(name) ? block : '',
  ),
);

/** Parts of the server's library for what no note needs: looking for modules on behalf of other servers, and notebooks. */
const withoutStrangeParts = changing('without-strange-parts', /(?:vscode-languageserver[\\/]lib[\\/](?:node[\\/]files|common[\\/]notebook)|lib[\\/]common[\\/]protocol\.notebook)\.js$/, () =>
  'exports.NotebookSyncFeature = (Base) => Base;',
);

/** d3's scales can blend colours and write numbers, too. Ours place bars; so what can do the rest is left out. */
const scalesOfNumbers = changing('scales-of-numbers', /d3-(?:color|format)[\\/]dist[\\/]d3-\w+\.mjs$/, withoutBodies);

/** The rules' examples are for their pages, which ship as files, and for the tests. */
const withoutDocumentation = changing('without-documentation', /server[\\/]rules[\\/][a-z-]+\.ts$/, (text) =>
  text.replace(/^ {2}(bad|good): (?:`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'),$/gm, "  $1: '',"),
);

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'info',
  define: { VERSION: JSON.stringify(version) },
  charset: 'utf8',
  plugins: [withoutGrayMatterEngines, yamlForReading, scalesOfNumbers, withoutDocumentation],
};

/**
 * esbuild shares modules between bundles of ES modules only, and those take Node longer to load. So what the bundles import
 * from each other, in their first lines, and export, at their end, is put into the words of cjs.
 */
const asCommonJs = {
  name: 'as-commonjs',
  setup(build) {
    build.onEnd(async ({ outputFiles }) => {
      for (const { path, text } of outputFiles) await writeFile(path, path.endsWith('.js') ? inCommonJs(text) : text);
    });
  },
};

const inCommonJs = (text) =>
  `"use strict";${text
    .replace(/^(?:import\s*\{[^}]*\}\s*from\s*"[^"]+";\s*)+/, (imports) =>
      imports.replace(/import\s*(\{[^}]*\})\s*from\s*("[^"]+");/g, (_, names, from) => `const ${names.replaceAll(' as ', ':')}=require(${from});`),
    )
    .replace(/\bexport\s*(\{[^{}]*\});(?=\s*(?:\/\/# sourceMappingURL=\S+\s*)?$)/, (_, names) => `module.exports=${names.replace(/([\w$]+) as ([\w$]+)/g, '$2:$1')};`)}`;

/** What begins with the library of the protocol. */
const serverBundle = { ...shared, plugins: [...shared.plugins, fewTypes, withoutStrangeParts] };

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  ...(process.argv.includes('--bench') ? [{ ...serverBundle, entryPoints: ['bench/nullServer.ts'], outfile: 'dist/bench/nullServer.js' }] : []),
  { ...shared, entryPoints: ['client/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...shared, entryPoints: ['client/languageClient.ts'], outfile: 'dist/languageClient.js', external: ['vscode'] },
  { ...serverBundle, entryPoints: ['server/node.ts'], outfile: 'dist/server.js' },
  {
    ...shared, entryPoints: ['server/service.ts', 'server/features.ts'], outdir: 'dist', chunkNames: 'shared', format: 'esm', splitting: true,
    write: false, plugins: [...shared.plugins, asCommonJs],
  },
  { ...shared, entryPoints: ['server/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

if (watch) {
  for (const options of bundles) await (await esbuild.context(options)).watch();
} else {
  await Promise.all(bundles.map((options) => esbuild.build(options)));
  for (const outfile of bundles.flatMap(({ outfile }) => outfile ?? ['service', 'shared', 'features'].map((name) => `dist/${name}.js`))) {
    console.log(`${outfile}  ${((await stat(outfile)).size / 1024).toFixed(0)} KB`);
  }
}
