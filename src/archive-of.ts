/** What a build read → what its archive PDF is made with: the profile of its colours, the sources inside it. */

import { type NamedFolder, namedInputs } from './inputs.ts';
import { OWN_FOLDERS } from './own-folders.ts';
import type { ArchiveJob, Attachment } from './pdf/index.ts';
import { ENGINE } from './version.ts';
import { MachineFault, type World } from './world.ts';

/** Names of folders in an archive: the issue's own files, what stands above it, the theme. */
export const ARCHIVE_FOLDERS = { issue: 'issue', above: 'above', templates: 'templates' } as const;

/** The file in an archive that says how it was made. */
export const RECORD = 'banmian.json';

export interface Record {
  readonly format: 1;
  /** `banmian 0.1.0`. */
  readonly engine: string;
  /** The issue's id. */
  readonly issue: string;
  /** Labels of the pages that were asked for; none: all. */
  readonly asked: readonly string[];
  /** Labels of the pages in the file. */
  readonly pages: readonly string[];
}

export interface ArchiveSources {
  /** The issue's folder, and the one of its house.yaml, null without one. */
  readonly root: string;
  readonly above: string | null;
  readonly templates: string;
  readonly fonts: string;
  readonly userFonts: readonly string[];
}

/** assets/icc/sRGB2014.md says where it comes from. */
const SRGB = { path: `${OWN_FOLDERS.profiles}/sRGB2014.icc`, called: 'sRGB2014' };

/** @throws MachineFault if the program's own profile cannot be read. */
export function archiveOf(
  world: World,
  sources: ArchiveSources,
  made: Pick<Record, 'issue' | 'asked' | 'pages'>,
): ArchiveJob {
  const files = sourceFiles(world, sources);
  const read = world.readOwn(SRGB.path);
  if (read.kind !== 'bytes') throw new MachineFault(SRGB.path, 'ENOENT');
  const record: Record = { format: 1, engine: ENGINE, ...made };
  const bytes = new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`);
  return { profile: read.bytes, called: SRGB.called, files: [{ name: RECORD, bytes }, ...files] };
}

/** Fonts are left out: the version of the program stands for its own, a user's are too large and not free. */
function sourceFiles(world: World, sources: ArchiveSources): readonly Attachment[] {
  const { root, above, templates, fonts, userFonts } = sources;
  const folders: readonly NamedFolder[] = [
    ...(above === null ? [] : [{ path: above, name: ARCHIVE_FOLDERS.above }]),
    { path: root, name: ARCHIVE_FOLDERS.issue },
    { path: templates, name: ARCHIVE_FOLDERS.templates },
    { path: OWN_FOLDERS.profiles, name: 'profiles' },
    ...[fonts, ...userFonts].map((path) => ({ path, name: 'fonts' })),
  ];
  const wanted = Object.values(ARCHIVE_FOLDERS).map((name) => `${name}/`);
  return namedInputs(world, folders)
    .filter(({ file }) => wanted.some((folder) => file.startsWith(folder)))
    .map(({ file, bytes }) => ({ name: file, bytes }));
}
