import { start } from './bench/start.ts';
for (let i = 0; i < Number(process.argv[3] ?? 3); i++) console.log(await start(process.argv[2]!, process.argv[4] ? { storage: process.argv[4] } : {}));
