/**
 * Glyph runs of one story on one page → a text object: `BT … ET`.
 *
 * The page's coordinates run downward (`page.ts` lets pdfkit turn them once), so the text matrix turns the
 * glyphs back up.
 */

import type { FaceKey } from '../fonts/face.ts';
import type { Point } from '../geometry.ts';
import type { GlyphRun } from '../layout/page.ts';
import { codeOf, type EmbeddedFace, useFace } from './embedded-face.ts';
import { pdfNumber, textOfThousandths, thousandths } from './number.ts';

/** What a text object needs of the document and the page. */
export interface TextSetting {
  readonly face: (key: FaceKey) => EmbeddedFace;
  /** The operator that sets a swatch for filling. */
  readonly fill: (swatch: string) => string;
}

/** A run, and the operator that begins its marked content; null: it goes on with that of the run before. */
export interface MarkedRun {
  readonly item: GlyphRun;
  readonly begins: string | null;
}

/** The text object of `runs`, in their order; the first begins a mark, the last one's ends with it. */
export function textObject(runs: readonly MarkedRun[], setting: TextSetting): string {
  let out = 'BT\n';
  let font = '';
  let fill = '';
  let spacing = '0';
  let from: Point | null = null;
  let last: GlyphRun | null = null;
  for (const { item: run, begins } of runs) {
    if (begins !== null) out += last === null ? `${begins}\n` : `EMC\n${begins}\n`;
    const face = setting.face(run.face);
    if (last === null || run.swatch !== last.swatch) {
      const nextFill = setting.fill(run.swatch);
      if (nextFill !== fill) out += `${nextFill}\n`;
      fill = nextFill;
    }
    if (last === null || !isSameFont(run, last)) {
      const nextFont = `/${useFace(face, run.direction === 'down')} ${pdfNumber(run.size)} Tf\n`;
      if (nextFont !== font) out += nextFont;
      font = nextFont;
    }
    last = run;
    const move = moveTo(run, from);
    out += move.operator;
    from = move.place;
    const shown = showGlyphs(run, face);
    if (shown.spacing !== spacing) out += `${shown.spacing} Tc\n`;
    spacing = shown.spacing;
    out += shown.operator;
  }
  return `${out}EMC\n${spacing === '0' ? '' : '0 Tc\n'}ET`;
}

function isSameFont(a: GlyphRun, b: GlyphRun): boolean {
  return a.face === b.face && a.size === b.size && a.direction === b.direction;
}

/**
 * The operator that leads to a run, and its place to count the next way from, in thousandths of a point: the
 * ways add up to the places themselves. Text that lies on its side has axes of its own and no such place.
 */
function moveTo(
  run: GlyphRun,
  from: Point | null,
): { readonly operator: string; readonly place: Point | null } {
  const x = thousandths(run.at.x);
  const y = thousandths(run.at.y);
  const at = `${textOfThousandths(x)} ${textOfThousandths(y)}`;
  if (run.direction === 'sideways') return { operator: `0 1 1 0 ${at} Tm\n`, place: null };
  const place = { x, y };
  if (from === null) return { operator: `1 0 0 -1 ${at} Tm\n`, place };
  return { operator: `${textOfThousandths(x - from.x)} ${textOfThousandths(from.y - y)} Td\n`, place };
}

/**
 * The operator that shows the glyphs, and the character spacing it counts on: equal gaps between all glyphs
 * are spacing (`Tc`), others stand between the glyphs (`TJ`). What follows the last glyph is of no account.
 */
function showGlyphs(
  run: GlyphRun,
  face: EmbeddedFace,
): { readonly operator: string; readonly spacing: string } {
  const { gids } = run;
  const last = gids.length - 1;
  const down = run.direction === 'down';
  const { cells, shifts, gaps } = down ? clearCells(run) : asTheyAre(run);
  const gap = last > 0 ? belowWordGap(gaps[0]!) : 0;
  let level = true;
  for (let i = 1; i < last && level; i++) level = Math.abs(belowWordGap(gaps[i]!) - gap) < 0.0005;
  let string = '';
  for (let i = 0; i <= last; i++) {
    const text = run.text.slice(run.clusters[i]!, run.clusters[i + 1]);
    const gid = gids[i]!;
    const drawing = gid < 0 ? run.drawings[-1 - gid]! : null;
    string += codeOf(face, {
      gid: Math.max(gid, -1),
      drawing,
      cell: cells[i]!,
      shift: shifts[i]!,
      down,
      text,
    });
    if (!level && i < last) {
      // Adjustments are subtracted; for text that runs down this moves the next glyph down too.
      const shown = belowWordGap(gaps[i]!);
      const number = pdfNumber(down ? shown : -shown);
      if (number !== '0') string += `>${number}<`;
    }
  }
  if (!level) return { operator: `[<${string}>]TJ\n`, spacing: '0' };
  return { operator: `<${string}>Tj\n`, spacing: pdfNumber(((down ? -gap : gap) * run.size) / 1000) };
}

/** Of each glyph its cell, how far it is moved in it, and the gap behind it. */
interface Cells {
  readonly cells: readonly number[];
  readonly shifts: readonly number[];
  readonly gaps: readonly number[];
}

function asTheyAre({ cells, shifts, dx }: GlyphRun): Cells {
  return { cells, shifts, gaps: cells.map((cell, i) => dx[i]! - cell) };
}

/** poppler takes every character of a line that runs down for 1 em high; overlapping by half, it parts them: 1/1000 em. */
const LEAST_A_CHARACTER = 505;

/**
 * The cells of a line that runs down, none lower than a little over half an em a character: what a cell takes too
 * much the next ones give back, and their glyphs are moved up to where they belong, so nothing is seen of it.
 */
function clearCells({ cells, shifts, dx, text, clusters }: GlyphRun): Cells {
  const clear = { cells: [] as number[], shifts: [] as number[], gaps: [] as number[] };
  let late = 0;
  cells.forEach((cell, i) => {
    const characters = Array.from(text.slice(clusters[i]!, clusters[i + 1])).length;
    const height = Math.max(cell - late, characters * LEAST_A_CHARACTER);
    clear.cells.push(height);
    clear.shifts.push(shifts[i]! - late);
    clear.gaps.push(dx[i]! - cell);
    // Cells that are the same but for the last bits of a number would each be a glyph of the font.
    late = Math.round((late + height - cell) * 1000) / 1000;
  });
  return clear;
}

/** poppler begins a word behind a gap of this size, 1/1000 em, or does not, as its floating point falls. */
const WORD_GAP = 100;

/** A gap as it is drawn: the last that Chinese body text is stretched to by rule stays short of a word's. */
function belowWordGap(gap: number): number {
  return Math.abs(gap - WORD_GAP) < 0.05 ? WORD_GAP - 0.15 : gap;
}
