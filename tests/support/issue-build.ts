/** The files of an issue written in a test → what compile makes of it, with the vendored theme and fonts. */

import { type Compiled, type CompileOptions, compile } from '../../src/compile.ts';
import { diskWorld } from '../../src/disk-world.ts';
import { OWN_FOLDERS } from '../../src/own-folders.ts';
import type { World } from '../../src/world.ts';
import { memoryWorld } from './memory-world.ts';

type Files = Parameters<typeof memoryWorld>[0];

const ISSUE = 'issue';

/** The issue's files are in memory; only the program's own folders are on the disk. */
function issueWorld(files: Files): World {
  const inIssue = Object.entries(files).map(([path, file]) => [`${ISSUE}/${path}`, file] as const);
  const memory = memoryWorld(Object.fromEntries(inIssue));
  const disk = diskWorld();
  const worldOf = (path: string): World => (path.startsWith(OWN_FOLDERS.root) ? disk : memory);
  return {
    read: (path, limit) => worldOf(path).read(path, limit),
    readPhoto: (path) => worldOf(path).readPhoto(path),
    readOwn: (path) => worldOf(path).readOwn(path),
    parts: (path) => worldOf(path).parts(path),
    realPath: (path) => worldOf(path).realPath(path),
    list: (path) => worldOf(path).list(path),
    today: () => memory.today(),
    inputs: () => [...disk.inputs(), ...memory.inputs()],
  };
}

export function buildIssue(
  files: Files,
  more: Partial<Pick<CompileOptions, 'proof' | 'targets'>> = {},
): Promise<Compiled> {
  const { templates, fonts } = OWN_FOLDERS;
  const options = {
    templates,
    fonts,
    userFonts: [],
    pages: [],
    targets: ['screen'],
    ...more,
  } as const satisfies CompileOptions;
  return compile(issueWorld(files), ISSUE, options);
}

/** An issue of one page: issue.yaml for these articles. */
export function onePage(template: string, articles: readonly string[]): string {
  const paths = articles.map((article) => `      - ${article}\n`).join('');
  return `date: 2020-04-08\ntheme: daily\npages:\n  - label: "05"\n    template: ${template}\n    articles:\n${paths}`;
}
