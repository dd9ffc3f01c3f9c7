/** Where this code stands → the folders that came with it. */

import { fileURLToPath } from 'node:url';

/** The package's folder: sources, the built library and the bundle all stand one folder below it. */
const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

export const OWN_FOLDERS = {
  root: ROOT,
  templates: `${ROOT}/templates`,
  fonts: `${ROOT}/fonts`,
  /** Profiles of presses. */
  profiles: `${ROOT}/assets/icc`,
  worker: `${ROOT}/bin/batch-worker.js`,
} as const;
