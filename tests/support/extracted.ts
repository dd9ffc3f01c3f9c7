/** A PDF and the pages it was made from → a failed test unless its text is theirs, whole and in order. */

import { PDFParse } from 'pdf-parse';
import { expect } from 'vitest';
import type { Made, Node } from '../../src/layout/page.ts';
import { squashed } from './page-properties.ts';
import { missing, run } from './pdf-tools.ts';

/** The text of each page by pdf-parse. */
export async function extractedPages(bytes: Uint8Array): Promise<readonly string[]> {
  const parser = new PDFParse({ data: Uint8Array.from(bytes) });
  try {
    const { pages } = await parser.getText({ pageJoiner: '' });
    return pages.map((page) => page.text);
  } finally {
    await parser.destroy();
  }
}

/** The text of a page in reading order, as stage ④ says it. */
export function readingText(made: Made, index: number): string {
  const pieces: string[] = [];
  const visit = (node: Node): void => {
    for (const { page, item } of node.items) {
      const drawn = made.pages[page]!.items[item]!;
      if (page === index && drawn.kind === 'glyphs') pieces.push(drawn.text);
    }
    node.children.forEach(visit);
  };
  // The tree of a story that goes on stands where it began, its text on this page where it was drawn.
  const firstOn = (node: Node): number =>
    Math.min(
      ...node.items.filter(({ page }) => page === index).map(({ item }) => item),
      ...node.children.map(firstOn),
    );
  const roots = made.structure.filter((node) => firstOn(node) < Number.POSITIVE_INFINITY);
  roots.sort((a, b) => firstOn(a) - firstOn(b)).forEach(visit);
  return pieces.join('');
}

/** pdf-parse and pdftotext read each page's text exactly, blanks aside, and every font is embedded. */
export async function expectTextWhole(made: Made, bytes: Uint8Array): Promise<void> {
  const pages = await extractedPages(bytes);
  made.pages.forEach((_, index) => {
    expect(squashed(pages[index]!)).toBe(squashed(readingText(made, index)));
  });
  if (missing('pdftotext', 'pdffonts', 'qpdf')) return;
  const raw = run('pdftotext', bytes, ['-raw', '-enc', 'UTF-8', '{}', '-']).stdout;
  expect(squashed(raw)).toBe(squashed(made.pages.map((_, index) => readingText(made, index)).join('')));
  for (const line of run('pdffonts', bytes, ['{}']).stdout.trim().split('\n').slice(2)) {
    expect(line).toMatch(/^[A-Z]{6}\+\S+ .*yes\s+yes\s+yes/);
  }
  const check = run('qpdf', bytes, ['--check', '{}']);
  expect(`${check.status} ${check.stderr}`).toBe('0 ');
}
