/** How large the bundles are, as packaged. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Row } from './measure.ts';

export function bundles(): Row[] {
  const size = statSync(resolve(import.meta.dirname, '../dist/server.js')).size;
  const kilobytes = size / 1024;
  return [
    { metric: 'server bundle', ours: `${kilobytes.toFixed(0)} KB`, peer: '', ratio: '', toReach: '< 400 KB', reached: kilobytes < 400, raw: { bytes: size } },
  ];
}
