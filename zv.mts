import { start } from './bench/start.ts';
console.log(await start(process.argv[2]!, { storage: 'file:///tmp/cachew/store' }, Number(process.argv[3] ?? 0)));
