/** Page plans in a test → the issue as stage ① reads it. */

import { readIssue } from '../../../src/content/index.ts';
import type { Issue } from '../../../src/content/issue.ts';
import type { Diagnostic } from '../../../src/diagnostics.ts';
import { diskWorld } from '../../../src/disk-world.ts';
import { OWN_FOLDERS } from '../../../src/own-folders.ts';
import { memoryWorld } from '../../support/memory-world.ts';

export interface Plan {
  readonly label: string;
  /** Flow mappings, one a block. */
  readonly blocks: readonly string[];
  /** Further lines of the page, as they stand. */
  readonly lines?: readonly string[];
}

const ARTICLES = Object.fromEntries(
  ['a', 'b', 'c'].map((name) => [`issue/articles/${name}.md`, '---\nheadline: 春风\n---\n春风送暖。\n']),
);

export function issueText(pages: readonly Plan[]): string {
  const texts = pages.map(({ label, blocks, lines = [] }) =>
    [
      `  - label: "${label}"`,
      '    template: inside',
      ...lines.map((line) => `    ${line}`),
      '    blocks:',
      ...blocks.map((block) => `      - ${block}`),
    ].join('\n'),
  );
  return `paper: 青汀日报\ndate: 2026-03-12\ntheme: daily\npages:\n${texts.join('\n')}\n`;
}

/** @param wanted labels; none: all. */
export function read(
  pages: readonly Plan[],
  wanted: readonly string[] = [],
): {
  readonly issue: Issue | null;
  readonly faults: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const disk = diskWorld();
  const memory = memoryWorld({ ...ARTICLES, 'issue/issue.yaml': issueText(pages) });
  const isOwn = (path: string): boolean => path.startsWith(OWN_FOLDERS.root);
  const { issue, diagnostics } = readIssue(
    {
      ...memory,
      read: (path, limit) => (isOwn(path) ? disk.read(path, limit) : memory.read(path, limit)),
      readOwn: (path) => disk.readOwn(path),
      realPath: (path) => (isOwn(path) ? disk.realPath(path) : memory.realPath(path)),
      list: (path) => (isOwn(path) ? disk.list(path) : memory.list(path)),
      parts: (path) => (isOwn(path) ? disk.parts(path) : memory.parts(path)),
    },
    'issue',
    { templates: OWN_FOLDERS.templates, fonts: OWN_FOLDERS.fonts, userFonts: [], pages: wanted },
  );
  return { issue, diagnostics, faults: diagnostics.map(({ code }) => code) };
}
