/**
 * A part of a head and the width it has → its size, tracking and rows: of all that the style sheet allows, what an
 * editor would choose. Also the subheads and pull quotes of a body, which have one size.
 */

import type { ParagraphBox, TextRole, TextRun } from '../markup/box.ts';
import {
  type Breaks,
  balancedMeasure,
  breakGalley,
  breakIntoRows,
  evenMeasure,
  type FaceTables,
  type Galley,
  type Measure,
  prepareParagraph,
  type SetLine,
  setLines,
} from '../text/index.ts';

export interface HeadRows {
  readonly galley: Galley;
  readonly rows: readonly SetLine[];
  readonly rowPitch: number;
  /** Of its characters, 1/1000 of the size. */
  readonly tracking: number;
}

/** One step down the ladder stands beside the costs of rows: a smaller size is better than an ugly row. */
const SMALLER = 30;
/** So do closer characters. */
const CLOSER = 10;

const IN_WORDS: readonly TextRole[] = ['kicker', 'headline', 'deck', 'subhead', 'pullquote', 'text'];

interface Candidate extends HeadRows {
  readonly cost: number;
}

/**
 * The size and rows of the least cost among those that fit; where none does, the smallest size.
 * @param width of the rows, pt.
 */
export function fitRows(
  box: ParagraphBox,
  width: number,
  tables: FaceTables,
  hasRoom: (rows: HeadRows) => boolean = () => true,
): HeadRows {
  const most = box.maxRows === 0 ? 0 : Math.max(box.maxRows, box.rowEnds.length + 1);
  const wished = trackingOf(box);
  const trackings = box.trackingLimit < wished ? [wished, box.trackingLimit] : [wished];
  let best: Candidate | null = null;
  let last: Candidate | null = null;
  const sizes = box.sizes.length > 0 ? box.sizes : [box.size];
  for (const [step, size] of sizes.entries()) {
    if (best !== null && best.cost <= SMALLER * step) break;
    for (const tracking of trackings) {
      const rows = rowsAt(box, { size, tracking }, width, tables);
      last = rows;
      if ((most > 0 && rows.rows.length > most) || !hasRoom(rows)) continue;
      const cost = rows.cost + SMALLER * step + (tracking === wished ? 0 : CLOSER);
      if (best === null || cost < best.cost) best = { ...rows, cost };
    }
  }
  return spaced(box, best ?? last!, width, tables);
}

interface Look {
  readonly size: number;
  readonly tracking: number;
}

function rowsAt(box: ParagraphBox, look: Look, width: number, tables: FaceTables): Candidate {
  const galley = prepareParagraph(withLook(box, look), tables);
  const measure = measureOf(galley, width);
  const { breaks, rowMeasure } = headBreaks(galley, measure);
  return {
    galley,
    rows: setLines(galley, breaks, rowMeasure),
    rowPitch: (box.rowPitch * look.size) / box.size,
    tracking: look.tracking,
    cost: breaks.cost,
  };
}

function measureOf({ paragraph }: Galley, width: number): Measure {
  return evenMeasure(paragraph, Math.floor((width / paragraph.size) * 1000));
}

interface HeadBreaks {
  readonly breaks: Breaks;
  /** The width that rows set to a measure are brought to. */
  readonly rowMeasure: Measure;
}

/** 主题, 引题, 副题 and subheads by words; other parts of a head as text, their rows equally long. */
export function headBreaks(galley: Galley, measure: Measure): HeadBreaks {
  const { role, maxRows, rowEnds, insetStart, insetEnd } = galley.paragraph;
  const isByWords = IN_WORDS.includes(role);
  const asText = breakGalley(galley, measure);
  const isParted = asText.ends.length > 1 || (isByWords && rowEnds.length > 0);
  if (!isParted) return { breaks: { ...asText, cost: 0 }, rowMeasure: measure };
  const breaks = isByWords ? breakIntoRows(galley, measure, { most: maxRows, wanted: rowEnds }) : null;
  if (breaks !== null) {
    const widest = Math.max(...setLines(galley, breaks, measure).map((row) => row.natural));
    return { breaks, rowMeasure: { ...measure, rest: Math.min(measure.rest, widest + measure.indent) } };
  }
  const rowMeasure = balancedMeasure(galley, measure.rest + insetStart + insetEnd);
  return { breaks: { ...breakGalley(galley, rowMeasure), cost: 0 }, rowMeasure };
}

/** Characters as far apart as was wished, or as the limit allows, while the rows stay and fit. */
function spaced(box: ParagraphBox, found: HeadRows, width: number, tables: FaceTables): HeadRows {
  const most = Math.max(trackingOf(box), box.trackingLimit);
  const { rest } = measureOf(found.galley, width);
  const room = found.rows.map(({ from, to, natural }) => (rest - natural) / Math.max(1, to - from - 1));
  const tracking = Math.min(most, found.tracking + Math.floor(Math.min(...room)));
  if (box.trackingLimit === trackingOf(box) || tracking <= found.tracking) return found;
  if (found.tracking === trackingOf(box) && box.trackingLimit < found.tracking) return found;
  const wider = rowsAt(box, { size: found.galley.paragraph.size, tracking }, width, tables);
  return sameRows(wider, found) ? wider : found;
}

function sameRows(some: HeadRows, others: HeadRows): boolean {
  return (
    some.rows.length === others.rows.length && some.rows.every((row, k) => row.to === others.rows[k]!.to)
  );
}

function trackingOf(box: ParagraphBox): number {
  return box.runs[0]?.style.tracking ?? 0;
}

function withLook(box: ParagraphBox, { size, tracking }: Look): ParagraphBox {
  const closer = tracking - trackingOf(box);
  if (size === box.size && closer === 0) return box;
  const scaled = (run: TextRun): TextRun => ({
    ...run,
    style: {
      ...run.style,
      size: (run.style.size * size) / box.size,
      tracking: run.style.tracking + closer,
    },
  });
  const marks = box.marks.map((mark) =>
    mark.kind === 'ruby' ? { ...mark, reading: scaled(mark.reading) } : mark,
  );
  return { ...box, size, runs: box.runs.map(scaled), marks };
}
