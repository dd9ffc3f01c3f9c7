/** 校样: what `--proof` puts on paper, for sound issues and for faulty ones. */

import { describe, expect, test } from 'vitest';
import type { Compiled } from '../../src/compile.ts';
import type { Rect } from '../../src/geometry.ts';
import { boxesOfSpan } from '../../src/layout/index.ts';
import { joinPieces } from '../../src/pieces.ts';
import { namePdfs } from '../../src/report.ts';
import { extractedPages } from '../support/extracted.ts';
import { buildIssue, onePage } from '../support/issue-build.ts';

const ARTICLE = '---\nheadline: 春风送暖\n---\n春风送暖，捷报频传。\n';

function proof(files: Readonly<Record<string, string>>, language: 'zh' | 'en' = 'zh'): Promise<Compiled> {
  return buildIssue(files, { proof: language });
}

async function textOf({ proofs }: Compiled): Promise<string> {
  const pages = await extractedPages(joinPieces(proofs[0]!.pieces));
  return pages.join('\n').replace(/\s/g, '');
}

describe('a proof', () => {
  test('is not made unless it is asked for', async () => {
    const built = await buildIssue({ 'issue.yaml': onePage('plain', ['a.md']), 'a.md': ARTICLE });
    expect(built.proofs).toEqual([]);
  });

  test('has the page, the stories with their sizes, the date, and room for those who sign', async () => {
    const built = await proof({ 'issue.yaml': onePage('plain', ['a.md']), 'a.md': ARTICLE });
    expect(namePdfs(built).map(({ name, pdf }) => [name, pdf.target])).toEqual([
      ['issue.pdf', 'screen'],
      ['issue.proof.pdf', 'proof'],
      ['issue.galley.pdf', 'galley'],
    ]);
    const text = await textOf(built);
    for (const words of [
      '校样issue2020-04-08第05版',
      '一校',
      '二校',
      '三校',
      '责编',
      '值班总编',
      'banmian',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('春风送暖，捷报频传。');
    expect(text).toMatch(/春风送暖:\d栏×1行，10字/);
  });

  test('is in the language that was asked for', async () => {
    const built = await proof({ 'issue.yaml': onePage('plain', ['a.md']), 'a.md': ARTICLE }, 'en');
    expect(await textOf(built)).toContain('2ndreading');
  });

  test('after an error of layout: no final PDF, but the page with what is wrong on it', async () => {
    const body = Array.from({ length: 30 }, () => '春风送暖，捷报频传。'.repeat(100)).join('\n\n');
    const built = await proof({
      'issue.yaml': onePage('plain', ['a.md']),
      'a.md': `---\nheadline: 春风送暖\n---\n${body}\n`,
    });
    expect(built.pdfs).toEqual([]);
    const text = await textOf(built);
    expect(text).toContain('春风送暖，捷报频传。');
    expect(text).toMatch(/1\.a\.md:1:1\[overset\].*溢出\d+行\d+字/);
  });

  test('after an error in an article: its faults alone, and which page could not be made', async () => {
    const built = await proof({
      'issue.yaml': onePage('plain', ['a.md']),
      'a.md': ARTICLE.replace('headline', 'headlin'),
    });
    expect(await textOf(built)).toMatch(/a\.md:2:1\[unknown-field\].*未能成版：05/);
  });

  test('of an issue that could not be read says why', async () => {
    const built = await proof({ 'issue.yaml': 'date: 2020-04-08\n  theme: daily\n' });
    expect(await textOf(built)).toMatch(/issue\.yaml:2:\d+\[yaml/);
  });

  test('of a page whose blocks cannot stand has its plan, with the names of its blocks', async () => {
    const plan = `${onePage('inside', []).replace(/ *articles:\n/, '')}    blocks:
      - article: a.md
        columns: 1-5
        lines: 10-40
      - article: b.md
        columns: 4-6
        lines: 20-50
`;
    const article = (id: string): string => ARTICLE.replace('---\n', `---\nid: ${id}\n`);
    const built = await proof({ 'issue.yaml': plan, 'a.md': article('spring'), 'b.md': article('street') });
    const text = await textOf(built);
    expect(text).toContain('[blocks-overlap]');
    expect(text).toMatch(/spring5×31.*street3×31/);
  });

  test('more faults than stand below a page go on, on sheets of their own', async () => {
    const lines = Array.from({ length: 400 }, (_, k) => `第${k}段“没有合上。\n`).join('\n');
    const built = await proof({ 'issue.yaml': onePage('plain', ['a.md']), 'a.md': `${ARTICLE}\n${lines}` });
    expect(built.made!.pages).toHaveLength(1);
    const pages = await extractedPages(joinPieces(built.proofs[0]!.pieces));
    expect(pages.length).toBeGreaterThan(1);
    const faults = built.diagnostics.length;
    expect(pages.join('')).toContain(`${faults}. `);
  });
});

describe('a galley', () => {
  const photo = `---
headline: 春风送暖
---
${Array.from({ length: 30 }, () => '春风送暖，捷报频传。'.repeat(12)).join('\n\n')}
`;

  test('has each line of the story as it is on the page, in order, with its number and 字数', async () => {
    const built = await proof({ 'issue.yaml': onePage('plain', ['a.md']), 'a.md': photo });
    const galley = built.proofs.find(({ target }) => target === 'galley')!;
    const pages = await extractedPages(joinPieces(galley.pieces));
    expect(pages[0]!.replace(/\s/g, '')).toContain('小样春风送暖3600字');
    const text = pages.join('').replace(/\s|\d/g, '');
    const { lines, blocks } = built.made!.pages[0]!;
    const flow = new Set(blocks.filter(({ role }) => role === 'story').map(({ id }) => id));
    const words = lines.filter(({ block }) => flow.has(block)).map((line) => line.text);
    expect(words.length).toBeGreaterThan(60);
    let at = 0;
    for (const line of words) {
      at = text.indexOf(line, at);
      expect(at).toBeGreaterThanOrEqual(0);
      at += line.length;
    }
  });

  test('is not there without a story', async () => {
    const built = await proof({ 'issue.yaml': 'date: 2020-04-08\n  theme: daily\n' });
    expect(built.proofs.map(({ target }) => target)).toEqual(['proof']);
  });
});

describe('where a place in a file stands on its page', () => {
  const body = '春风送暖，捷报频传。';
  const built = buildIssue({
    'issue.yaml': onePage('plain', ['a.md']),
    'a.md': `---\nheadline: 主题\n---\n${body}\n`,
  });
  const start = '---\nheadline: 主题\n---\n'.length;

  async function boxes(from: number, to: number): Promise<readonly Rect[]> {
    const { made } = await built;
    return boxesOfSpan(made!.pages[0]!, { file: 'a.md', start: from, end: to });
  }

  test('the box of two characters is two characters wide, two characters behind the line start', async () => {
    const [all] = await boxes(start, start + body.length);
    const [two] = await boxes(start + 2, start + 4);
    const em = two!.height;
    expect(two!.width).toBeCloseTo(2 * em, 3);
    expect(two!.x - all!.x).toBeCloseTo(2 * em, 3);
    expect(two!.y).toBe(all!.y);
  });

  test('a place without extent is the character behind it', async () => {
    expect(await boxes(start, start)).toEqual(await boxes(start, start + 1));
  });

  test('nothing of another file, nor of a place behind all text', async () => {
    const { made } = await built;
    expect(boxesOfSpan(made!.pages[0]!, { file: 'b.md', start: 0, end: 99 })).toEqual([]);
    expect(await boxes(5000, 5010)).toEqual([]);
  });
});
