/** The outside world → the press that a build's print PDF is for, with its profile. */

import { OWN_FOLDERS } from './own-folders.ts';
import type { PressJob } from './pdf/index.ts';
import { type PressWish, pressFor } from './press.ts';
import { MachineFault, type World } from './world.ts';

/** assets/icc/README.md says where it comes from; the condition is its name in the ICC's registry. */
const NEWSPRINT = {
  path: `${OWN_FOLDERS.profiles}/SNAP-TR002-newsprint.icc`,
  condition: 'CGATS TR 002',
  called: 'SNAP newsprint, ANSI CGATS/SNAP TR 002-2007',
};

/** @throws MachineFault if the program's own profile cannot be read. */
export function pressOf(world: World, wish: PressWish): PressJob {
  const press = pressFor(wish);
  if (wish.profile !== null) return { press, profile: wish.profile };
  const read = world.readOwn(NEWSPRINT.path);
  if (read.kind !== 'bytes') throw new MachineFault(NEWSPRINT.path, 'ENOENT');
  return { press, profile: { ...NEWSPRINT, bytes: read.bytes } };
}
