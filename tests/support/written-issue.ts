/** An issue written in a test, with a theme and a list of fonts, in memory → what stage ① makes of it. */

import { type IssueRead, readIssue } from '../../src/content/index.ts';
import { memoryWorld } from './memory-world.ts';
import { tinyJpeg } from './tiny-images.ts';

type Files = Parameters<typeof memoryWorld>[0];

const THEME = {
  'templates/daily/theme.yaml':
    'hao: word\nswatches:\n  black: { rgb: [0, 0, 0], cmyk: [0, 0, 0, 100] }\n  red: { rgb: [212, 24, 31], cmyk: [0, 100, 100, 0] }\n',
  'templates/daily/styles.css': 'page { }\n',
  'templates/daily/pages/feature.hbs': '<page></page>\n',
  'templates/daily/pages/plain.hbs': '<page></page>\n',
  'templates/daily/partials/body.hbs': '<body></body>\n',
  'fonts/fonts.json': JSON.stringify({
    families: [{ name: '宋', faces: { 400: 'song.ttf' } }],
    fallback: ['宋'],
  }),
};

export const ISSUE_YAML = `paper: 园区新报
date: 2020-04-08
theme: daily
pages:
  - label: "05"
    section: 工业园区新闻
    template: feature
    articles: [articles/a.md]
`;

export const ARTICLE = '---\nheadline: 四个第一\nphotos:\n  - file: photos/1.jpg\n---\n春风送暖,捷报频传。\n';

/** Files of a small issue that builds; `changes` replaces or adds, null takes away. Paths from the issue's folder. */
export function issueFiles(changes: Readonly<Record<string, Files[string] | null>> = {}): Files {
  const own: Record<string, Files[string] | null> = {
    'issue.yaml': ISSUE_YAML,
    'articles/a.md': ARTICLE,
    'photos/1.jpg': tinyJpeg(),
    ...changes,
  };
  const files: Record<string, Files[string]> = { ...THEME };
  for (const [path, value] of Object.entries(own))
    if (value !== null) files[`work/2020-04-08/${path}`] = value;
  return files;
}

export function readWritten(
  files: Files,
  { path = 'work/2020-04-08', pages = [] }: { path?: string; pages?: readonly string[] } = {},
): IssueRead {
  return readIssue(memoryWorld(files), path, {
    templates: 'templates',
    fonts: 'fonts',
    userFonts: [],
    pages,
  });
}
