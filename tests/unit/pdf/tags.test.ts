/** Tags of a PDF: the reading order of stage ④ as poppler reads it back. */

import { describe, expect, test } from 'vitest';
import { joinPieces } from '../../../src/pieces.ts';
import { buildIssue, onePage } from '../../support/issue-build.ts';
import { type Dictionary, pdfObjects } from '../../support/pdf-objects.ts';
import { missing, run } from '../../support/pdf-tools.ts';

const ARTICLE = `---
id: spring
kicker: 春耕时节
headline: 春风送暖
deck: 全市一季度工业增长
byline: 本报记者 李振涛
---
春风送暖，AGM电池捷报频传。

## 项目开工

他说：

> 抓紧干。

- 第一项
- 第二项
`;

async function built(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const { pdfs, diagnostics } = await buildIssue(files);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return joinPieces(pdfs[0]!.pieces);
}

const one = (): Promise<Uint8Array> => built({ 'issue.yaml': onePage('plain', ['a.md']), 'a.md': ARTICLE });

const objects = (bytes: Uint8Array): readonly Dictionary[] => [...pdfObjects(bytes).values()];

describe.skipIf(missing('pdfinfo', 'qpdf'))('the tree of tags', () => {
  test('引题 主题 副题 署名 正文 in their order, each what it is, and the words of the story alone', async () => {
    const { stdout } = run('pdfinfo', await one(), ['-struct-text', '{}']);
    expect(
      stdout
        .replace(/ \((block|inline)\)/g, '')
        .trimEnd()
        .split('\n'),
    ).toEqual([
      'Document',
      '  Art',
      '    P',
      '      "春耕时节"',
      '    H1',
      '      "春风送暖"',
      '    P',
      '      "全市一季度工业增长"',
      '    P',
      '      "本报记者 李振涛"',
      '    P',
      '      "春风送暖，"',
      '      Span',
      '        "AGM"',
      '      "电池捷报频传。"',
      '    H2',
      '      "项目开工"',
      '    P',
      '      "他说："',
      '    BlockQuote',
      '      "抓紧干。"',
      '    L:',
      '       /ListNumbering /Disc',
      '      LI',
      '        Lbl',
      '          "•"',
      '        LBody',
      '          "第一项"',
      '      LI',
      '        Lbl',
      '          "•"',
      '        LBody',
      '          "第二项"',
    ]);
  });

  test('a Latin word says its language, the document its own', async () => {
    const all = objects(await one());
    const spans = all.filter(({ '/S': type }) => type === '/Span');
    expect(spans.map((span) => span['/Lang'])).toEqual(['u:en']);
    expect(all.filter(({ '/S': type }) => type === '/Document').map((root) => root['/Lang'])).toEqual([
      'u:zh-CN',
    ]);
  });
});

describe.skipIf(missing('qpdf'))('the parent tree', () => {
  test('every mark of a page leads to its element, and every element’s marks to the page', async () => {
    const bytes = await one();
    const all = pdfObjects(bytes);
    const [page] = [...all.values()].filter(({ '/Type': type }) => type === '/Page');
    expect(page).toMatchObject({ '/StructParents': 0, '/Tabs': '/S' });
    const parents = [...all.values()].flatMap(({ '/Nums': nums }) =>
      Array.isArray(nums) && Array.isArray(nums[1]) ? [nums[1] as readonly string[]] : [],
    )[0]!;
    const marksOf = (element: Dictionary): readonly number[] =>
      (element['/K'] as readonly unknown[]).filter((kid) => typeof kid === 'number') as number[];
    parents.forEach((parent, mark) => {
      expect(marksOf(all.get(parent)!)).toContain(mark);
    });
    const elements = [...all.values()].filter(({ '/Type': type }) => type === '/StructElem');
    expect(elements.flatMap(marksOf).sort((a, b) => a - b)).toEqual(parents.map((_, mark) => mark));
    const drawn = run('qpdf', bytes, ['--qdf', '--object-streams=disable', '{}', '-']).stdout;
    expect([...drawn.matchAll(/<<\/MCID (\d+)>> BDC/g)].map(([, mark]) => Number(mark))).toEqual(
      parents.map((_, mark) => mark),
    );
    expect([...all.values()].filter(({ '/MarkInfo': mark }) => mark !== undefined)).toHaveLength(1);
  });
});

describe.skipIf(missing('pdfinfo'))('headings and tables', () => {
  const treeOf = async (body: string): Promise<readonly string[]> => {
    const bytes = await built({
      'issue.yaml': onePage('plain', ['a.md']),
      'a.md': `---\nheadline: 春风送暖\n---\n${body}\n`,
    });
    const { stdout } = run('pdfinfo', bytes, ['-struct-text', '{}']);
    return stdout.split('\n').map((line) => line.replace(/ \((block|inline)\)/g, '').trim());
  };

  test('no heading leaves a level out, whatever the author wrote', async () => {
    const tree = await treeOf('一。\n\n### 甲\n\n二。\n\n#### 乙\n\n三。\n\n## 丙\n\n四。');
    expect(tree.filter((line) => /^H\d$/.test(line))).toEqual(['H1', 'H2', 'H3', 'H2']);
  });

  test('a table has rows with as many cells each, empty ones too, and its heads say of what', async () => {
    const tree = await treeOf('数字。\n\n| 地 | 产量 |\n| --- | --- |\n| 东 | 12 |\n| 西 |  |\n');
    const from = tree.indexOf('Table');
    const types = tree.slice(from).filter((line) => /^(Table|TR|TH|TD):?$/.test(line));
    expect(types.map((line) => line.replace(':', ''))).toEqual([
      'Table',
      'TR',
      'TH',
      'TH',
      'TR',
      'TD',
      'TD',
      'TR',
      'TD',
      'TD',
    ]);
    expect(tree.filter((line) => line === '/Scope /Column')).toHaveLength(2);
  });
});

describe.skipIf(missing('qpdf'))('an article thread', () => {
  test('goes from column to column, and back to the first', async () => {
    const long = Array.from({ length: 12 }, () => '春风送暖，捷报频传。'.repeat(20)).join('\n\n');
    const bytes = await built({
      'issue.yaml': onePage('plain', ['a.md']),
      'a.md': `---\nheadline: 春\n---\n${long}\n`,
    });
    const all = objects(bytes);
    const beads = all.filter(({ '/Type': type }) => type === '/Bead');
    expect(beads.length).toBeGreaterThan(1);
    const threads = all.filter(({ '/Type': type }) => type === '/Thread');
    expect(threads).toHaveLength(1);
    expect((threads[0]!['/I'] as Dictionary)['/Title']).toBe('u:春');
    expect(new Set(beads.map((bead) => bead['/N'])).size).toBe(beads.length);
    const lefts = beads.map((bead) => (bead['/R'] as readonly number[])[0]!);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
  });
});
