/** The lines of a paragraph → a warning for each word cut because it is longer than a line, and each rule broken. */

import { type Diagnostic, type Message, message, warningAt } from '../diagnostics.ts';
import { forcedEnds, type Galley, type SetLine } from '../text/index.ts';
import { spanOf } from './paragraph-map.ts';

/** Of a longer word its beginning is shown. */
const MOST_SHOWN = 24;

export function checkCuts(
  galley: Galley,
  lines: readonly Pick<SetLine, 'to'>[],
  cure: Message = WIDEN,
): readonly Diagnostic[] {
  return forcedEnds(galley, lines).map(({ kind, start, end }) => {
    const span = spanOf(galley.paragraph, start, end);
    if (kind === 'rule') return warningAt(span, 'edge-rule', RULE, cure);
    const whole = galley.cells.text.slice(start, end);
    const text = whole.length > MOST_SHOWN ? `${whole.slice(0, MOST_SHOWN)}…` : whole;
    const told = message(`“${text}”比一行还长，只好拆开`, `"${text}" is longer than a line and is split`);
    return warningAt(span, 'word-split', told, cure);
  });
}

const RULE = message(
  '行太短，标点违反了避头尾的规则',
  'the line is too short: a mark stands at an edge where it may not',
);

const WIDEN = message('放宽栏（破栏 set 写小一点），或改写这里。', 'Set it in wider columns, or reword.');

/** Of a caption, which is as wide as its picture. */
export const WIDEN_PICTURE = message(
  '放宽图片，或改写图说。',
  'Make the picture wider, or reword its caption.',
);
