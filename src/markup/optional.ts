/** `<pullquote>`, `<factbox>`, `<filler>` → blocks of one text a row; the paragraphs of a body → where these stand. */

import { type Diagnostic, errorAt, message, type Span } from '../diagnostics.ts';
import type { OptionalBlock, ParagraphBox, StoryBox, TableBox } from './box.ts';
import type { BuildContext } from './context.ts';
import { toPoints } from './measure.ts';
import { paragraphBox } from './paragraph.ts';
import type { ElementNode } from './parse.ts';

/** `null` for one without text. */
export function optionalBox(
  element: ElementNode,
  optional: OptionalBlock,
  context: BuildContext,
): ParagraphBox | null {
  const box = paragraphBox(element, optional, context);
  if (box === null) return null;
  // The whole has said of each character that it stands here.
  const within: BuildContext = { ...context, standing: () => {} };
  const style = context.styleOf(element);
  const { grid } = context.measures;
  const cells = element.children.flatMap((child) =>
    child.kind === 'element' ? (paragraphBox(child, optional, within) ?? []) : [],
  );
  return {
    ...box,
    lines: 1,
    table: {
      rows: cells.map((cell) => ({ isHead: false, cells: [cell] })),
      rule: style.rule,
      rowRule: null,
      leader: null,
      gap: toPoints(style.gap, grid, grid.em),
      rowGap: 0,
      widths: [],
      optional,
      repeated: false,
      continued: null,
    },
  };
}

/** A pull quote goes to the midst of the text; a filler waits. */
export function bodyOf(written: readonly ParagraphBox[]): Pick<StoryBox, 'body' | 'filler'> {
  const isA = (box: ParagraphBox, kind: OptionalBlock): boolean => box.table?.optional === kind;
  const quote = written.find((box) => isA(box, 'pullquote'));
  const filler = written.find((box) => isA(box, 'filler')) ?? null;
  const text = written.filter((box) => box !== quote && box !== filler);
  const at = quote === undefined ? text.length : midst(text);
  return { body: [...text.slice(0, at), ...(quote === undefined ? [] : [quote]), ...text.slice(at)], filler };
}

/** Between the two paragraphs nearest to the middle of the text; behind all of it where no two follow each other. */
function midst(text: readonly ParagraphBox[]): number {
  const lengths = text.map(({ runs }) => runs.reduce((sum, run) => sum + run.text.length, 0));
  const half = lengths.reduce((sum, length) => sum + length, 0) / 2;
  let found = text.length;
  let least = Number.POSITIVE_INFINITY;
  let before = 0;
  for (let k = 1; k < text.length; k++) {
    before += lengths[k - 1]!;
    const isBetween = text[k - 1]!.role === 'paragraph' && text[k]!.role === 'paragraph';
    if (!isBetween || Math.abs(before - half) >= least) continue;
    found = k;
    least = Math.abs(before - half);
  }
  return found;
}

/** An ad, a fixed panel of rows, holds none of them, and no table. */
export function notInPanel({ optional }: TableBox, span: Span): Diagnostic {
  const text =
    optional === null
      ? message('广告里排不了表格', 'an ad holds no table')
      : message('广告里排不了摘句、资料、补白', 'an ad holds no pull quote, fact box or filler');
  const hint = message('把它作为稿件排（kind: story）。', 'Set it as a story (kind: story).');
  return errorAt(span, 'table-in-panel', text, hint);
}
