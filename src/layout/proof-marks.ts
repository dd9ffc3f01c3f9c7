/** A finished page and a place in a file → where on the page it stands: lines, or the blocks around them. */

import type { Span } from '../diagnostics.ts';
import type { Rect } from '../geometry.ts';
import { offsetInFile } from '../source-map.ts';
import type { GlyphRun, Page, PlacedBlock } from './page.ts';

/** More lines than these are not marked one by one: their blocks are. */
const MOST_LINES = 12;

/** The last line of the story of the span, where a text that is too long or too short ends. */
export function endOfSpan(page: Page, span: Span): readonly Rect[] {
  const stories = new Set(
    page.blocks.filter(({ source }) => isWithin(source, span)).map(({ story }) => story),
  );
  const flow = page.blocks.filter(
    ({ story, role }) => story !== null && stories.has(story) && role === 'story',
  );
  const ids = new Set(flow.map(({ id }) => id));
  const lines = page.lines.filter(({ block }) => ids.has(block));
  return lines.length === 0 ? boxesOfSpan(page, span) : [lines[lines.length - 1]!.box];
}

function runsOfSpan(page: Page, span: Span): readonly GlyphRun[] {
  return page.items.filter((item) => item.kind === 'glyphs' && standsIn(item, span)) as GlyphRun[];
}

/** Boxes on the page, in reading order; none where nothing of the span stands on it. */
export function boxesOfSpan(page: Page, span: Span): readonly Rect[] {
  const runs = runsOfSpan(page, span);
  const lines = new Set(runs.map(({ line }) => line));
  if (lines.size > MOST_LINES) {
    const blocks = new Set(runs.map(({ block }) => block));
    return page.blocks.filter(({ id }) => blocks.has(id)).map(boundsOf);
  }
  if (lines.size > 0) return [...lines].map((line) => boxInLine(page, line, runs, span));
  return page.blocks.filter(({ source }) => isWithin(source, span)).map(boundsOf);
}

/** Whether anything on the page was written in the file. */
export function comesFrom(page: Page, file: string): boolean {
  return (
    page.blocks.some(({ source }) => source.file === file) ||
    page.items.some((item) => item.kind === 'glyphs' && item.map.file === file)
  );
}

/** A place without extent is the character behind it. */
function isHit(offset: number, { start, end }: Span): boolean {
  return offset >= start && offset < Math.max(end, start + 1);
}

function standsIn({ map, text }: GlyphRun, span: Span): boolean {
  if (map.file !== span.file || map.runs[0]!.start >= Math.max(span.end, span.start + 1)) return false;
  for (let at = 0; at < text.length; at++) if (isHit(offsetInFile(map, at), span)) return true;
  return false;
}

/** From the first to the last of its characters that the span has; lines that run down are marked whole. */
function boxInLine(page: Page, line: number, runs: readonly GlyphRun[], span: Span): Rect {
  const { box, direction } = page.lines[line]!;
  if (direction === 'down') return box;
  const edges = runs
    .filter((run) => run.line === line)
    .flatMap((run) => {
      let x = run.at.x;
      return run.gids.flatMap((_, glyph) => {
        const left = x;
        x += (run.dx[glyph]! * run.size) / 1000;
        return isHit(offsetInFile(run.map, run.clusters[glyph]!), span) ? [left, x] : [];
      });
    });
  if (edges.length === 0) return box;
  const left = Math.min(...edges);
  return { x: left, y: box.y, width: Math.max(...edges) - left, height: box.height };
}

/** A block of the very place, or one that was written within it. */
function isWithin(source: Span, span: Span): boolean {
  const end = Math.max(span.end, span.start + 1);
  const inside = source.start >= span.start && source.end <= end;
  const around = source.start <= span.start && source.end >= end;
  return source.file === span.file && (inside || around);
}

/** The box around a block. */
export function boundsOf({ polygon }: PlacedBlock): Rect {
  const xs = polygon.map(({ x }) => x);
  const ys = polygon.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
