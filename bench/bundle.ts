/** How large the bundles are, as packaged. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Row } from './measure.ts';

/** What answers `initialize`, what finds what is wrong with notes, and what answers requests about them. */
export function bundles(): Row[] {
  return ([
    ['server bundle', ['server.js'], 400],
    ['its part that finds what is wrong', ['service.js', 'shared.js'], undefined],
    ['its part that answers requests', ['features.js'], undefined],
  ] as const).map(([metric, names, most]) => {
    const bytes = names.reduce((sum, name) => sum + statSync(resolve(import.meta.dirname, '../dist', name)).size, 0);
    const kilobytes = bytes / 1024;
    return { metric, ours: `${kilobytes.toFixed(0)} KB`, peer: '', ratio: '', toReach: most ? `< ${most} KB` : '', ...(most && { reached: kilobytes < most }), raw: { bytes } };
  });
}
