/** One job → its result, in a worker thread whose faces and templates stay warm from job to job. */

import { compile } from '../compile.ts';
import { diskWorld } from '../disk-world.ts';
import { faultMessage } from '../fault-message.ts';
import { OWN_FOLDERS } from '../own-folders.ts';
import { publish } from '../publish.ts';
import type { Job, Result } from './job.ts';

/** Never throws: one issue's trouble is not the next one's. */
export async function buildIssue({ issue, output, language }: Job): Promise<Result> {
  const world = diskWorld();
  try {
    const compiled = await compile(world, issue, {
      templates: OWN_FOLDERS.templates,
      fonts: OWN_FOLDERS.fonts,
      userFonts: [],
      pages: [],
      targets: ['screen'],
    });
    return { kind: 'reported', issue, ...publish(compiled, { output, layout: false, language }) };
  } catch (error) {
    return { kind: 'failed', issue, message: faultMessage(error) };
  } finally {
    world.release();
  }
}
