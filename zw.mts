import { storageOf } from './server/nodeStorage.ts';
import { decodeCache } from './server/cacheFile.ts';
import { readdirSync } from 'node:fs';
const st = storageOf(['/tmp/wt/cache/dist/server.js','/tmp/wt/cache/dist/service.js']);
const f = 'file:///tmp/cachew/store/' + readdirSync('/tmp/cachew/store')[0];
let t = performance.now();
const b = st.read(f); console.log('read', b?.length, performance.now() - t); t = performance.now();
const c = decodeCache(b!); console.log('decode', performance.now() - t); t = performance.now();
let bad = 0; for (const [u, n] of c.notes) if (st.stamp(u) !== n.stamp) { bad++; if (bad < 3) console.log(u, st.stamp(u), n.stamp); }
console.log('stamps', bad, performance.now() - t); t= performance.now();
for (const [u, n] of c.files) if (st.stamp(u) !== n) { bad++; if (bad < 3) console.log(u, st.stamp(u), n); }
console.log('files', bad, performance.now() - t);
