// Builds everything that ships: the extension, its language server and the command line.
//   node esbuild.mjs                for development, with source maps
//   node esbuild.mjs --watch        the same, again at every change
//   node esbuild.mjs --production   minified, as packaged
import * as esbuild from 'esbuild';
import { readFile, stat } from 'node:fs/promises';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const { version } = JSON.parse(await readFile('package.json', 'utf8'));

/**
 * gray-matter's engines.js evaluates front matter written in JavaScript. Notes are untrusted and YAML is the only
 * engine we hand it, so that file is left out of the bundle: what is not there cannot run.
 */
const withoutGrayMatterEngines = {
  name: 'without-gray-matter-engines',
  setup(build) {
    build.onLoad({ filter: /gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({ contents: 'module.exports = {};' }));
  },
};

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
  plugins: [withoutGrayMatterEngines],
};

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  { ...shared, entryPoints: ['client/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...shared, entryPoints: ['client/languageClient.ts'], outfile: 'dist/languageClient.js', external: ['vscode'] },
  { ...shared, entryPoints: ['server/node.ts'], outfile: 'dist/server.js' },
  { ...shared, entryPoints: ['server/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

if (watch) {
  for (const options of bundles) await (await esbuild.context(options)).watch();
} else {
  await Promise.all(bundles.map((options) => esbuild.build(options)));
  for (const { outfile } of bundles) {
    console.log(`${outfile}  ${((await stat(outfile)).size / 1024).toFixed(0)} KB`);
  }
}
