/** Folders of fonts → the library of faces that a build may use, tables and bytes read when asked for. */

import type { Diagnostic } from '../diagnostics.ts';
import type { World } from '../world.ts';
import { joinCollections } from './collection.ts';
import type { FaceKey, FontLibrary } from './face.ts';
import { openUserFolder, type ParseYaml } from './user-folder.ts';
import { openVendored } from './vendored.ts';

export { type Component, openProgram, type Program } from './program.ts';
export type { ParseYaml } from './user-folder.ts';

export interface FontOptions {
  /** The folder of the vendored fonts, with its fonts.json. */
  readonly vendored: string;
  /** A user's folders, the first asked first; before the vendored faces. */
  readonly userFolders: readonly string[];
  /** For a fonts.yaml in a user's folder. Called only if there is one. */
  readonly parseYaml: ParseYaml;
}

export interface Fonts {
  readonly library: FontLibrary;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Opens all fonts. Of the vendored ones only their list is read now; of a user's every file, to check it.
 *
 * @throws MachineFault when a vendored font is not there; tables and bytes of the library throw it too.
 */
export function loadFonts(world: World, options: FontOptions): Fonts {
  const taken = new Set<FaceKey>();
  const users = options.userFolders.map((folder) => openUserFolder(world, folder, options.parseYaml, taken));
  const vendored = openVendored(world, options.vendored);
  return {
    library: joinCollections([...users.map(({ collection }) => collection), vendored]),
    diagnostics: users.flatMap(({ diagnostics }) => diagnostics),
  };
}
