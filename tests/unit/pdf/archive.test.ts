/** `--target archive`: what PDF/A-3a and PDF/UA-1 ask of the file, read back by qpdf and poppler. */

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { DamagedAttachment, NoPdf, readArchive } from '../../../src/archive/index.ts';
import type { Compiled } from '../../../src/compile.ts';
import { joinPieces } from '../../../src/pieces.ts';
import { readingText } from '../../support/extracted.ts';
import { buildIssue, onePage } from '../../support/issue-build.ts';
import { squashed } from '../../support/page-properties.ts';
import { type Dictionary, pdfObjects } from '../../support/pdf-objects.ts';
import { missing, run } from '../../support/pdf-tools.ts';
import { tinyPng } from '../../support/tiny-images.ts';

const ARTICLE = '---\nheadline: 春风送暖\n---\nAGM电池，捷报频传。\n\n### 项目开工\n\n- 第一项\n- 第二项\n';
const FILES = { 'issue.yaml': onePage('plain', ['稿件.md']), '稿件.md': ARTICLE };

const build = (files: Parameters<typeof buildIssue>[0] = FILES): Promise<Compiled> =>
  buildIssue(files, { targets: ['archive'] });

async function archive(): Promise<Uint8Array> {
  const { pdfs, diagnostics } = await build();
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return joinPieces(pdfs[0]!.pieces);
}

const objects = (bytes: Uint8Array): readonly Dictionary[] => [...pdfObjects(bytes).values()];

const ofType = (all: readonly Dictionary[], type: string): readonly Dictionary[] =>
  all.filter((each) => each['/Type'] === type);

describe.skipIf(missing('qpdf', 'pdfinfo'))('an archive', () => {
  test('is sound, tagged, shows its title and names its language', async () => {
    const bytes = await archive();
    expect(run('qpdf', bytes, ['--check', '{}']).status).toBe(0);
    const all = objects(bytes);
    const [root] = ofType(all, '/Catalog');
    expect(root).toMatchObject({ '/Lang': 'u:zh-CN' });
    expect(all.some((each) => each['/DisplayDocTitle'] === true)).toBe(true);
    expect(all.some((each) => each['/Marked'] === true)).toBe(true);
    expect(all.some((each) => '/CIDSet' in each)).toBe(false);
    expect(ofType(all, '/Metadata')[0]).not.toHaveProperty('/Filter');
  });

  test('says what its colours mean', async () => {
    const all = objects(await archive());
    expect(ofType(all, '/OutputIntent')).toMatchObject([
      { '/S': '/GTS_PDFA1', '/OutputConditionIdentifier': 'u:sRGB2014' },
    ]);
    expect(all.filter((each) => each['/N'] === 3)).toHaveLength(1);
  });

  test('holds its sources, each with type, dates, size and relationship, under keys in order', async () => {
    const all = objects(await archive());
    const [root] = ofType(all, '/Catalog');
    const specs = ofType(all, '/Filespec');
    expect((root!['/AF'] as readonly unknown[]).length).toBe(specs.length);
    expect(specs.map((spec) => spec['/UF'])).toContain('u:issue/稿件.md');
    expect(new Set(specs.map((spec) => spec['/AFRelationship']))).toEqual(new Set(['/Source']));
    const files = ofType(all, '/EmbeddedFile');
    expect(files).toHaveLength(specs.length);
    for (const file of files) {
      expect(file['/Subtype']).toMatch(/^\/\w+\/[\w-]+$/);
      const params = file['/Params'] as Dictionary;
      expect(params['/ModDate']).toBe('u:D:20200408000000Z');
      expect(params['/CreationDate']).toBe('u:D:20200408000000Z');
      expect(params['/Size']).toBeGreaterThan(0);
    }
    const [tree] = all.flatMap((each) =>
      '/EmbeddedFiles' in each ? [each['/EmbeddedFiles'] as Dictionary] : [],
    );
    const keys = (tree!['/Names'] as readonly string[]).filter((_, index) => index % 2 === 0);
    expect(keys).toEqual([...keys].sort());
  });

  test('the words of its tags are those of the stories', async () => {
    const { pdfs, made } = await build();
    const { stdout } = run('pdfinfo', joinPieces(pdfs[0]!.pieces), ['-struct-text', '{}']);
    const words = [...stdout.matchAll(/^ *"(.*)"$/gm)].map(([, text]) => text).join('');
    const structure = made!.structure.filter(({ role }) => role === 'story');
    expect(squashed(words)).toBe(squashed(readingText({ ...made!, structure }, 0)));
  });
});

describe('the sources of an archive', () => {
  test('are read back byte for byte', async () => {
    const { files } = readArchive(await archive());
    const article = files.find(({ name }) => name === 'issue/稿件.md')!;
    expect(new TextDecoder().decode(article.bytes)).toBe(ARTICLE);
    expect(files.map(({ name }) => name)).toContain('templates/daily/styles.css');
  });

  test('one that was changed within the file is told by its name', async () => {
    const bytes = Uint8Array.from(await archive());
    const packed = deflateSync(new TextEncoder().encode(ARTICLE));
    const at = Buffer.from(bytes.buffer).indexOf(packed);
    expect(at).toBeGreaterThan(0);
    bytes[at + packed.length - 1]! ^= 0xff;
    expect(() => readArchive(bytes)).toThrow(new DamagedAttachment('issue/稿件.md'));
  });

  test.each([
    ['a text', new TextEncoder().encode('春风送暖')],
    ['nothing', new Uint8Array(0)],
    ['a head alone', new TextEncoder().encode('%PDF-1.7\nstartxref\n9\n%%EOF')],
  ])('%s is no archive', (_, bytes) => {
    expect(() => readArchive(bytes)).toThrow(NoPdf);
  });

  test('two runs give the same bytes', async () => {
    const [one, two] = await Promise.all([archive(), archive()]);
    const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    expect(sum(one)).toBe(sum(two));
  });
});

describe('what an archive refuses', () => {
  const withPhoto = (more: string): Promise<Compiled> =>
    build({
      'issue.yaml': onePage('plain', ['a.md']),
      'a.md': `---\nheadline: 春\nphotos:\n  - file: 1.png\n${more}---\n正文。\n`,
      '1.png': tinyPng({}),
    });

  test('a photo that cannot be read out', async () => {
    const { diagnostics, pdfs } = await withPhoto('');
    expect(diagnostics.map(({ code }) => code)).toContain('photo-without-words');
    expect(pdfs).toEqual([]);
  });

  test.each(['    alt: 一座塔\n', '    caption: 一座塔\n'])('but not one with words', async (words) => {
    const { diagnostics } = await withPhoto(words);
    expect(diagnostics.map(({ code }) => code)).not.toContain('photo-without-words');
  });
});
