/** Finished pages → text that a person can read and compare: blocks with their place, lines as they break. */

import type { Line, Made, Page } from '../../src/layout/page.ts';

/** `第05版 390 × 540 mm`, then each block with its place in columns and lines, then its lines. */
export function pagesText(made: Made): string {
  return made.pages.map(pageText).join('\n');
}

const MM = 72 / 25.4;

function pageText(page: Page): string {
  const size = `${(page.trim.width / MM).toFixed(0)} × ${(page.trim.height / MM).toFixed(0)} mm`;
  const blocks = page.blocks.map((block) => {
    const lines = page.lines.filter((line) => line.block === block.id);
    return [`${block.id}  ${placeText(page, block.polygon)}`, ...lines.map(lineText)].join('\n');
  });
  return `${[`第${page.label}版  ${size}`, ...blocks].join('\n\n')}\n`;
}

/** `1-4栏 15-42行`, by the page's own columns and lines, from 1. */
function placeText(page: Page, polygon: readonly { readonly x: number; readonly y: number }[]): string {
  const { left, top, em, pitch, chars, gutter, columns } = page.grid;
  const step = (chars + gutter) * em;
  const xs = polygon.map((p) => p.x);
  const ys = polygon.map((p) => p.y);
  const first = Math.floor((Math.min(...xs) - left) / step + 0.01) + 1;
  const right = Math.ceil((Math.max(...xs) - left + gutter * em) / step - 0.01);
  const last = Math.max(first, Math.min(columns, right));
  const from = Math.floor((Math.min(...ys) - top) / pitch) + 1;
  const to = Math.ceil((Math.max(...ys) - top) / pitch);
  return `${first}-${last}栏 ${from}-${to}行`;
}

function lineText(line: Line): string {
  const mark = line.role === 'reading' ? '注' : line.role === 'subhead' ? '■' : line.number === 0 ? '┌' : '│';
  return `  ${mark} ${line.text}`;
}
