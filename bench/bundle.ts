/** How large the bundles are, as packaged. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Row } from './measure.ts';

/** What answers `initialize`, and what it loads after that. */
export function bundles(): Row[] {
  return [
    ['server bundle', 'server.js'],
    ['its part that reads notes', 'service.js'],
  ].map(([metric, name]) => {
    const bytes = statSync(resolve(import.meta.dirname, '../dist', name!)).size;
    const kilobytes = bytes / 1024;
    return { metric: metric!, ours: `${kilobytes.toFixed(0)} KB`, peer: '', ratio: '', toReach: '< 400 KB', reached: kilobytes < 400, raw: { bytes } };
  });
}
