/** A line as set → the glyphs of its faces in step with their characters, cells and advances. */

import { entryOf, type FaceKey } from '../fonts/face.ts';
import type { TextStyle } from '../markup/box.ts';
import type { Cells } from './cells.ts';
import type { Drawing } from './drawing.ts';
import type { SetLine } from './justify.ts';
import { Class } from './marks.ts';

/** Glyphs in one face, of one run of the paragraph. Numbers in 1/1000 of the style's size, as in `GlyphRun`. */
export interface LineGlyphs {
  readonly face: FaceKey;
  readonly style: TextStyle;
  /** Index of the run in the paragraph: each leads back to a file of its own. */
  readonly run: number;
  /** Where it begins, 1/1000 字 of the paragraph from the line's start. */
  readonly x: number;
  /** Below 0: the drawing `drawings[-1 - gid]`. */
  readonly gids: number[];
  readonly drawings: Drawing[];
  readonly cells: number[];
  readonly shifts: number[];
  readonly dx: number[];
  readonly clusters: number[];
  /** Range of the paragraph's text. */
  readonly from: number;
  to: number;
  /** The last glyph is the hyphen of a parted word: U+00AD behind the characters of the range. */
  hyphenated: boolean;
}

/**
 * Blanks of marks, and gaps as wide as such a blank, stay in the cell in steps of this size, 1/1000 em; the rest
 * is an advance too small for any reader of PDF to take for a space.
 */
const BLANK_STEP = 125;

interface Pen {
  readonly cells: Cells;
  /** The paragraph's size, pt. */
  readonly size: number;
  readonly out: LineGlyphs[];
  /** 1/1000 字 from the line's start; `runEnd`: where the last run's last advance leads. */
  x: number;
  runEnd: number;
}

export function lineGlyphs(cells: Cells, line: SetLine, size: number): readonly LineGlyphs[] {
  const pen: Pen = { cells, size, out: [], x: 0, runEnd: 0 };
  let end = line.to;
  while (end > line.from && cells.cls[end - 1] === Class.SPACE) end -= 1;
  for (let i = line.from; i < line.to; i++) {
    const k = i - line.from;
    if (cells.cls[i] === Class.SPACE && (i >= end || i === line.from)) {
      pen.x += line.left[k]! + cells.core[i]! + line.right[k]! + line.gap[k]!;
      continue;
    }
    drawCell(pen, i, { left: line.left[k]!, right: line.right[k]! }, line.gap[k]!);
  }
  if (line.to < cells.count && cells.hyphen[line.to - 1]! > 0) drawHyphen(pen, line.to - 1);
  return pen.out;
}

/** The hyphen of a parted word stands for no character of the author's: it is a soft hyphen to readers of PDF. */
function drawHyphen({ cells, out }: Pen, cell: number): void {
  const run = out[out.length - 1]!;
  const face = cells.faces[cells.face[cell]!]!;
  const entry = entryOf(face, 0x2d);
  run.clusters.push(run.to - run.from);
  run.gids.push(face.gids[entry]!);
  run.cells.push(face.advances[entry]!);
  run.shifts.push(0);
  run.dx.push(face.advances[entry]!);
  run.hyphenated = true;
}

function drawCell(pen: Pen, i: number, blank: { left: number; right: number }, gap: number): void {
  const { cells } = pen;
  const style = cells.styles[cells.style[i]!]!;
  const scale = style.size / pen.size;
  const first = cells.glyphStart[i]!;
  const last = cells.glyphStart[i + 1]! - 1;
  const isSpace = cells.cls[i] === Class.SPACE;
  const left = isSpace ? 0 : stepped(blank.left / scale);
  const right = isSpace ? 0 : stepped((blank.right + gap) / scale);
  pen.x += blank.left - left * scale;
  if (last < first) {
    pen.x += left * scale + cells.core[i]! + blank.right + gap;
    return;
  }
  const way = (cells.core[i]! + blank.right + gap) / scale;
  let done = 0;
  for (let g = first; g <= last; g++) {
    const run = runFor(pen, i, style, cells.glyphText[g]!);
    const lead = g === first ? left : 0;
    const width = cells.glyphWidth[g]!;
    const advance = lead + (g === last ? way - done : width);
    const gid = cells.gid[g]!;
    run.gids.push(gid < 0 ? -run.drawings.push(cells.drawings[-1 - gid]!) : gid);
    run.cells.push(width + lead + (g === last ? right : 0));
    run.shifts.push(cells.glyphShift[g]! + lead);
    run.clusters.push(cells.glyphText[g]! - run.from);
    run.dx.push(advance);
    done += width;
    pen.x += advance * scale;
    pen.runEnd = pen.x;
    run.to = cells.start[i + 1]!;
  }
}

function stepped(blank: number): number {
  return blank <= 0 ? 0 : Math.floor(blank / BLANK_STEP) * BLANK_STEP;
}

/** The glyphs that one more joins: the last ones, led to the pen, if face and run agree; else new ones. */
function runFor(pen: Pen, i: number, style: TextStyle, textAt: number): LineGlyphs {
  const { cells } = pen;
  const face = cells.faces[cells.face[i]!]!.key;
  const run = pen.out[pen.out.length - 1];
  if (run !== undefined && run.face === face && run.run === cells.style[i]) {
    const last = run.dx.length - 1;
    run.dx[last]! += ((pen.x - pen.runEnd) * pen.size) / style.size;
    return run;
  }
  const fresh: LineGlyphs = {
    face,
    style,
    run: cells.style[i]!,
    x: pen.x,
    gids: [],
    drawings: [],
    cells: [],
    shifts: [],
    dx: [],
    clusters: [],
    from: textAt,
    to: textAt,
    hyphenated: false,
  };
  pen.out.push(fresh);
  return fresh;
}
