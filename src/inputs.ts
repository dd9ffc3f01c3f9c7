/** The files that a World read → their names as messages and reports give them, the same on every machine. */

import { resolve } from 'node:path';
import type { World } from './world.ts';

export interface NamedInput {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A folder that files were read from, and what stands for it in their names; '' for the issue's own. */
export interface NamedFolder {
  readonly path: string;
  readonly name: string;
}

/** Sorted by name. Of folders in each other the innermost counts. */
export function namedInputs(world: World, folders: readonly NamedFolder[]): readonly NamedInput[] {
  const known = folders
    .flatMap(({ path, name }) => [tidy(path), tidy(resolve(path))].map((prefix) => ({ prefix, name })))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  const nameOf = (path: string): string => {
    const folder = known.find(({ prefix }) => prefix === '' || path.startsWith(`${prefix}/`));
    if (folder === undefined) return path;
    const rest = folder.prefix === '' ? path : path.slice(folder.prefix.length + 1);
    return folder.name === '' ? rest : `${folder.name}/${rest}`;
  };
  return world
    .inputs()
    .map(({ path, bytes }) => ({ file: nameOf(tidy(path)), bytes }))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** The last part of a folder's path, which names a user's folder. */
export function folderName(path: string): string {
  const whole = tidy(resolve(path));
  return whole.slice(whole.lastIndexOf('/') + 1);
}

/** Without empty and `.` parts, and without the slash at the front: `World` may or may not give it. */
function tidy(path: string): string {
  return path
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
