import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Compiled, type CompileOptions, compile } from '../../src/compile.ts';
import { diskWorld } from '../../src/disk-world.ts';
import { OWN_FOLDERS } from '../../src/own-folders.ts';
import { joinPieces } from '../../src/pieces.ts';
import { extractedPages } from '../support/extracted.ts';
import { tinyFont } from '../support/tiny-font.ts';
import { tinyPng } from '../support/tiny-images.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'banmian-compile-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const HEAD = '---\nheadline: 春风送暖\n---\n';
const ARTICLE = `${HEAD}春风送暖，捷报频传。\n`;
/** A little more than a broadsheet takes. */
const LONG = `${HEAD}${`${'春风送暖，捷报频传，园区建设步步高。'.repeat(6)}\n\n`.repeat(70)}`;

interface Page {
  readonly label: string;
  readonly article: string | Uint8Array;
  readonly template?: string;
}

/** Writes an issue of these pages and compiles it. */
async function build(
  name: string,
  pages: readonly Page[],
  options: Partial<CompileOptions> = {},
  files: Readonly<Record<string, Uint8Array>> = {},
): Promise<Compiled> {
  const root = join(folder, name);
  mkdirSync(join(root, 'articles'), { recursive: true });
  const yaml = pages.map(
    ({ label, template = 'plain' }) =>
      `  - label: "${label}"\n    template: ${template}\n    articles: [articles/${label}.md]\n`,
  );
  writeFileSync(
    join(root, 'issue.yaml'),
    `paper: 园区新报\ndate: 2020-04-08\ntheme: daily\npages:\n${yaml.join('')}`,
  );
  for (const { label, article } of pages) writeFileSync(join(root, 'articles', `${label}.md`), article);
  for (const [file, bytes] of Object.entries(files)) writeFileSync(join(root, file), bytes);
  return compile(diskWorld(), root, {
    templates: OWN_FOLDERS.templates,
    fonts: OWN_FOLDERS.fonts,
    userFonts: [],
    pages: [],
    targets: ['screen'],
    ...options,
  });
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const errors = ({ diagnostics }: Compiled): string[] =>
  diagnostics.filter(({ severity }) => severity === 'error').map(({ code, span }) => `${span?.file} ${code}`);

describe('without an error', () => {
  test('all five stages, in order, each timed; one PDF of all pages', async () => {
    const stages: string[] = [];
    const onStage = (stage: string): void => {
      stages.push(stage);
    };
    const pages = [
      { label: '05', article: ARTICLE },
      { label: '06', article: ARTICLE.replace('暖', '寒') },
    ];
    const built = await build('good', pages, { onStage });
    expect(errors(built)).toEqual([]);
    expect(stages).toEqual(['content', 'template', 'markup', 'layout', 'pdf']);
    expect(Object.keys(built.timings)).toEqual(stages);
    expect(built.made?.pages.map(({ label }) => label)).toEqual(['05', '06']);
    expect(built.pdfs.map(({ labels }) => labels)).toEqual([['05', '06']]);
    expect(new TextDecoder('latin1').decode(joinPieces(built.pdfs[0]!.pieces).subarray(0, 5))).toBe('%PDF-');
  });

  test('pages asked for one by one have a PDF each, in the order of the issue', async () => {
    const pages = ['05', '06', '07'].map((label) => ({ label, article: ARTICLE }));
    const built = await build('single', pages, { pages: ['07', '05'] });
    expect(built.pdfs.map(({ labels }) => labels)).toEqual([['05'], ['07']]);
    expect(built.labels).toEqual(['05', '06', '07']);
  });

  test('the inputs are named the same wherever the issue and the program stand', async () => {
    const { inputs } = await build('inputs', [{ label: '05', article: ARTICLE }]);
    const names = inputs.map(({ file }) => file);
    expect(names).toEqual(names.toSorted());
    expect(names.filter((name) => name.startsWith('/') || name.includes('..'))).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining([
        'articles/05.md',
        'fonts/fonts.json',
        'issue.yaml',
        'templates/daily/styles.css',
        'templates/daily/theme.yaml',
      ]),
    );
  });

  test('a warm process reads the same inputs as a cold one, and writes the same bytes', async () => {
    const pages = [{ label: '05', article: ARTICLE }];
    const [first, second] = [await build('cold', pages), await build('cold', pages)];
    const sums = ({ inputs, pdfs }: Compiled): string[] => [
      ...inputs.map(({ file, bytes }) => `${file} ${sha256(bytes)}`),
      ...pdfs.map(({ pieces }) => sha256(joinPieces(pieces))),
    ];
    expect(sums(second)).toEqual(sums(first));
  });
});

describe('a page whose story began on another', () => {
  const build03 = (pages: readonly string[]): Promise<Compiled> => {
    const root = join(folder, 'thread');
    mkdirSync(join(root, 'articles'), { recursive: true });
    const plan = [
      ['01', 'a', '1-5', '5-30'],
      ['02', 'b', '1-8', '5-115'],
      ['03', 'a', '1-8', '5-115'],
    ].map(
      ([label, article, columns, lines]) =>
        `  - label: "${label}"\n    template: inside\n    blocks:\n` +
        `      - {article: articles/${article}.md, columns: ${columns}, lines: ${lines}}\n`,
    );
    writeFileSync(
      join(root, 'issue.yaml'),
      `paper: 园区新报\ndate: 2020-04-08\ntheme: daily\npages:\n${plan.join('')}`,
    );
    const text = `${'春风送暖，捷报频传，园区建设步步高。'.repeat(6)}\n\n`;
    writeFileSync(join(root, 'articles/a.md'), `${HEAD}${text.repeat(20)}`);
    // A fault of a page that nobody asked for, and that nothing joins.
    writeFileSync(join(root, 'articles/b.md'), '---\nheadlin: 错\n---\n');
    const { templates, fonts } = OWN_FOLDERS;
    return compile(diskWorld(), root, { templates, fonts, userFonts: [], pages, targets: ['screen'] });
  };

  test('alone has the text that the other leaves, and only its own page in the PDF', async () => {
    const built = await build03(['03']);
    expect(errors(built)).toEqual([]);
    expect(built.pdfs.map(({ labels }) => labels)).toEqual([['03']]);
    const [first, second] = ['01', '03'].map((label) =>
      built
        .made!.pages.find((page) => page.label === label)!
        .lines.map(({ text }) => text)
        .join(''),
    );
    expect(first).toContain('（下转03版）');
    expect(second).toContain('（上接01版）');
    const sentence = /园区建设/g;
    expect(first!.match(sentence)!.length + second!.match(sentence)!.length).toBeLessThanOrEqual(120);
    expect(first!.match(sentence)!.length).toBeGreaterThan(20);
  });
});

describe('with an error', () => {
  test('in stage ①: no pages', async () => {
    const built = await build('one', [{ label: '05', article: ARTICLE.replace('headline', 'headlin') }]);
    expect([built.made, built.pdfs]).toEqual([null, []]);
    expect(errors(built)).toEqual(['articles/05.md unknown-field']);
  });

  test('in stage ④: pages complete, no PDF', async () => {
    const built = await build('four', [
      { label: '05', article: LONG },
      { label: '06', article: ARTICLE },
    ]);
    expect(errors(built)).toHaveLength(1);
    expect(built.made?.pages.map(({ label }) => label)).toEqual(['05', '06']);
    expect(built.made?.fits.map(({ overset }) => overset.characters > 0)).toEqual([true, false]);
    expect(built.pdfs).toEqual([]);
  });

  test('in stage ⑤: pages complete, no PDF, the photo named', async () => {
    const damaged = tinyPng();
    const article = `---\nheadline: 春\nphotos:\n  - file: photo.png\n    caption: 图\n---\n春风送暖。\n`;
    const built = await build(
      'five',
      [{ label: '05', article, template: 'feature' }],
      {},
      { 'photo.png': damaged },
    );
    expect(errors(built)).toEqual(['articles/05.md image-damaged']);
    expect(built.made).not.toBeNull();
    expect(built.pdfs).toEqual([]);
  });

  test('all faults of all pages are found in one run, whatever their stage', async () => {
    const built = await build('all', [
      { label: '05', article: LONG },
      { label: '06', article: ARTICLE.replace('headline', 'headlin') },
      { label: '07', article: `${ARTICLE}\u{2A6D6}\n` },
    ]);
    expect(errors(built).map((error) => error.split(' ')[0])).toEqual(
      expect.arrayContaining(['articles/05.md', 'articles/06.md', 'articles/07.md']),
    );
    expect(built.made).toBeNull();
  });

  test('a page is built although others have faults', async () => {
    const pages = [
      { label: '05', article: ARTICLE },
      { label: '06', article: ARTICLE.replace('headline', 'headlin') },
      { label: '07', article: new Uint8Array([0xff, 0xfe, 0xfd]) },
    ];
    const built = await build('others', pages, { pages: ['05'] });
    expect(errors(built)).toEqual([]);
    expect(built.pdfs.map(({ labels }) => labels)).toEqual([['05']]);
  });

  test('labels that the issue has not', async () => {
    const pages = [{ label: '05', article: ARTICLE }];
    const built = await build('labels', pages, { pages: ['05', '5', 'A', '5'] });
    expect(built.unknownPages).toEqual(['5', 'A']);
    expect([built.made, built.pdfs]).toEqual([null, []]);
  });

  test('without issue.yaml', async () => {
    const built = await compile(diskWorld(), join(folder, 'nowhere'), {
      templates: OWN_FOLDERS.templates,
      fonts: OWN_FOLDERS.fonts,
      userFonts: [],
      pages: ['05'],
      targets: ['screen'],
    });
    expect([built.id, built.unknownPages, built.made]).toEqual(['nowhere', [], null]);
    expect(built.diagnostics.map(({ code }) => code)).toEqual(['no-issue']);
  });
});

describe("a user's font", () => {
  const NAMES = '𠮷㐀\u{2a700}\u{2b740}\u{2b820}\u{2ceb0}\u{30000}\u{31350}';

  test('sets characters of Ext A to H and forms of names, and the PDF gives them back', async () => {
    const fonts = join(folder, 'names');
    mkdirSync(fonts);
    const variations = [
      { sequence: '葛\u{e0100}', own: true },
      { sequence: '𠮷\u{e0101}', own: true },
    ];
    writeFileSync(
      join(fonts, 'Names.ttf'),
      tinyFont({ characters: `葛${NAMES}`, family: 'Names', variations }),
    );
    writeFileSync(
      join(fonts, 'fonts.yaml'),
      'families:\n  - name: Names\n    faces: {400: Names.ttf}\nfallback: [Names]\n',
    );
    const text = `葛城、葛\u{e0100}城，𠮷野、𠮷\u{e0101}野，${NAMES}。`;
    const built = await build('own-font', [{ label: '05', article: `${HEAD}${text}\n` }], {
      userFonts: [fonts],
    });
    expect(built.diagnostics.map(({ code }) => code)).toEqual(['page-short']);
    const [page] = await extractedPages(joinPieces(built.pdfs[0]!.pieces));
    expect(page!.replace(/\s/g, '')).toContain(text);
  });
});
