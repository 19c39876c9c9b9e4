/** The same random examples in every run; `SEED=7 npm run test:unit` looks at others. */
import * as fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20261123) });
