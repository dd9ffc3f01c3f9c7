/** The sources inside an archive → the same in a folder, laid out as a build reads them. */

import { posix } from 'node:path';
import { ARCHIVE_FOLDERS } from '../archive-of.ts';
import { writeWhole } from '../output.ts';
import type { Attachment } from '../pdf/index.ts';
import { type Archive, DamagedAttachment } from './read-archive.ts';

export interface Extracted {
  /** The issue's folder, with its issue.yaml. */
  readonly issue: string;
  /** The folder of its theme. */
  readonly templates: string;
}

/**
 * Writes the issue to `folder/<id>`, its house.yaml beside it, its theme to `folder/templates`. Names come from the
 * file, so none is let out of the folder.
 * @throws DamagedAttachment for a name that is no path below its folder; MachineFault if a file cannot be written.
 */
export function extractArchive({ record, files }: Archive, folder: string): Extracted {
  if (!isSegment(record.issue)) throw new DamagedAttachment(record.issue);
  const roots: Readonly<Record<string, string>> = {
    [ARCHIVE_FOLDERS.issue]: record.issue,
    [ARCHIVE_FOLDERS.above]: '.',
    [ARCHIVE_FOLDERS.templates]: 'templates',
  };
  const byFolder = new Map<string, Attachment[]>();
  for (const file of files) {
    const [root, ...rest] = file.name.split('/');
    const place = roots[root ?? ''];
    if (place === undefined || rest.length === 0 || !rest.every(isSegment)) {
      throw new DamagedAttachment(file.name);
    }
    const path = posix.join(folder, place, ...rest);
    const there = posix.dirname(path);
    byFolder.set(there, [...(byFolder.get(there) ?? []), { ...file, name: posix.basename(path) }]);
  }
  for (const [there, inside] of byFolder) {
    writeWhole(
      there,
      inside.map(({ name, bytes }) => ({ name, pieces: [bytes] })),
      [],
    );
  }
  return { issue: posix.join(folder, record.issue), templates: posix.join(folder, 'templates') };
}

/** One step of a path, on every system. */
function isSegment(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[\\/:\u0000-\u001f]/.test(name);
}
