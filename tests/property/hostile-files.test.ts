/** Whatever stands in an issue's files → a page or a message with its place, never an exception. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Compiled } from '../../src/compile.ts';
import { OWN_FOLDERS } from '../../src/own-folders.ts';
import { buildIssue, onePage } from '../support/issue-build.ts';
import { type Fault, pageFaults } from '../support/page-properties.ts';
import { tinyJpeg, tinyPng } from '../support/tiny-images.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Messages that can be read, at places that are there; a PDF if and only if there is no error. */
function expectSound({ diagnostics, sources, pdfs, made }: Compiled): void {
  for (const { message, hints, span } of diagnostics) {
    for (const { zh, en } of [message, ...hints]) expect([zh, en]).not.toContain('');
    if (span === null) continue;
    const { length } = sources.get(span.file)!;
    expect(span.start).toBeLessThanOrEqual(span.end);
    expect(span.end).toBeLessThanOrEqual(length);
  }
  const codes = new Set(diagnostics.map(({ code }) => code));
  const isSound = diagnostics.every(({ severity }) => severity === 'warning');
  expect(pdfs.length).toBe(isSound ? 1 : 0);
  if (!isSound) return;
  const unsaid = ({ property }: Fault): boolean => property !== 'reach' || !codes.has('loose-line');
  expect(pageFaults(made!, { runtsKnown: codes.has('runt') }).filter(unsaid)).toEqual([]);
}

const ARTICLE = `---
kicker: 我县今年小麦长势喜人
headline: 四个『全市第一』的背后
byline: 本报记者 李振涛 文/图
dateline: 本报讯
photos:
  - file: 1.jpg
    caption: 园区（全景）。
    columns: 3
    lines: 20
    place: 左上
    focus: 40% 30%
  - file: 2.png
corrections:
  - 改了一处。
---
春风送暖,**捷报**频传。“引语”、18.7%、10:30。

## 小标题

1. 一
2. 二

- 甲

> 引

*尾*。
`;

const ISSUE: Files = {
  'issue.yaml': `paper: 园区新报
date: 2020-04-08
theme: theme
pages:
  - label: "05"
    section: 综合
    template: feature
    articles:
      - a.md
  - 6.yaml
`,
  '6.yaml': 'label: A6\ntemplate: plain\narticles: [b.md]\n',
  'a.md': ARTICLE,
  'b.md': '---\n主题: 清河两岸\n---\n春风。\n\n## 小\n\n文。\n',
  '1.jpg': tinyJpeg(),
  '2.png': tinyPng(),
  ...ownTheme(),
};

/** The daily theme as the issue's own, so that its files can be spoilt as well. */
function ownTheme(): Files {
  const files: Record<string, string> = {};
  const folder = join(OWN_FOLDERS.templates, 'daily');
  for (const part of ['', 'pages', 'partials']) {
    for (const name of readdirSync(join(folder, part))) {
      if (!/\.(hbs|css|yaml)$/.test(name)) continue;
      files[join('theme', part, name)] = readFileSync(join(folder, part, name), 'utf8');
    }
  }
  return files;
}

/** What means something to one of the languages that an issue is written in, or to none of them. */
const TOKENS = [
  ...['', '\n', '\n\n', ' ', '\t', '\r', '---\n', '- ', '"', "'", '“', ':', '：', ' #', '##', '*', '**', '|'],
  ...[
    '{',
    '}',
    '{{',
    '}}',
    '{{#if x}}',
    '{{/if}}',
    '{{> head}}',
    '{{body article}}',
    '<',
    '>',
    '</p>',
    '<b>',
  ],
  ...['&', '&amp;', '[', ']', '(', '/', '\\', '../', '%', '0', '-1', '1e9', '999999999', 'px', '字', '行'],
  ...[
    '__proto__',
    'constructor',
    'null',
    '~',
    '&a',
    '*a',
    '!!js',
    '>-',
    '@media',
    '!important',
    '::x',
    ':::',
  ],
  ...['\0', '\u3000', '\ufeff', '\ud800', '\u2028', '𠮷', '，', '——', '……', '文'.repeat(50), 'a'.repeat(80)],
];

/** Something put in the place of some characters, by per mille of the file. */
const spoiling = fc.record({
  file: fc.constantFrom(...Object.keys(ISSUE)),
  from: fc.nat(1000),
  length: fc.oneof(fc.nat(5), fc.nat(60)),
  token: fc.constantFrom(...TOKENS),
});

function spoil(
  files: Files,
  { file, from, length, token }: typeof spoiling extends fc.Arbitrary<infer S> ? S : never,
): Files {
  const whole = files[file]!;
  const at = Math.floor((whole.length * from) / 1000);
  if (typeof whole === 'string')
    return { ...files, [file]: whole.slice(0, at) + token + whole.slice(at + length) };
  const middle = new TextEncoder().encode(token);
  return { ...files, [file]: Uint8Array.of(...whole.slice(0, at), ...middle, ...whole.slice(at + length)) };
}

test('any file spoilt anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(spoiling, { minLength: 1, maxLength: 3 }), async (changes) => {
      expectSound(await buildIssue(changes.reduce(spoil, ISSUE)));
    }),
    { seed: 20200408, numRuns: 150 },
  );
});

const HEAD = '---\nheadline: 甲\n---\n';
const page = (article: string, issue = onePage('plain', ['a.md'])): Files => ({
  'issue.yaml': issue,
  'a.md': article,
});

test.each<[string, Files]>([
  ['a line of a million characters', page(`${HEAD}${'文'.repeat(1_000_000)}`)],
  ['a word of a million letters', page(`${HEAD}${'a'.repeat(1_000_000)}`)],
  ['a headline of a million characters', page(`---\nheadline: ${'文'.repeat(1_000_000)}\n---\n文`)],
  ['a hundred thousand paragraphs', page(`${HEAD}${'文字\n\n'.repeat(100_000)}`)],
  ['fifty thousand stars', page(`${HEAD}${'**a '.repeat(50_000)}`)],
  ['fifty thousand brackets', page(`${HEAD}${'['.repeat(50_000)}`)],
  ['fifty thousand quotes', page(`${HEAD}${'"'.repeat(50_000)}`)],
  ['lists in lists', page(HEAD + Array.from({ length: 500 }, (_, k) => `${'  '.repeat(k)}- a`).join('\n'))],
  ['quotations in quotations', page(`${HEAD}${'>'.repeat(5000)} 甲`)],
  ['a table without end', page(`${HEAD}${'|a'.repeat(20_000)}\n${'|-'.repeat(20_000)}`)],
  ['YAML in YAML', page('甲', '['.repeat(100_000))],
  [
    'aliases of aliases',
    page(
      '甲',
      `a: &a [x, x, x]\n${[...'bcdefghij'].map((c, k) => `${c}: &${c} [${`*${'abcdefghij'[k]}, `.repeat(9)}]\n`).join('')}`,
    ),
  ],
  ['the names of prototypes', page('---\n__proto__: 甲\nconstructor: 乙\n---\n文')],
  [
    'bytes that are no text',
    { 'issue.yaml': Uint8Array.from({ length: 5000 }, (_, k) => (k * 151 + (k >> 3)) % 256) },
  ],
])('%s: an error', async (_, files) => {
  const built = await buildIssue(files);
  expect(built.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  expectSound(built);
});
