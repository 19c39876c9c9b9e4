import { start } from './bench/start.ts';
const [, , folder, wait = '9000', n = '3'] = process.argv;
console.log('first', await start(folder!, { storage: 'file:///tmp/cachew/store' }, Number(wait)));
for (let i = 0; i < Number(n); i++) console.log('later', await start(folder!, { storage: 'file:///tmp/cachew/store' }));
