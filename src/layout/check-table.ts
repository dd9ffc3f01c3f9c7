/** A table as set → what is to be said of it: it is too wide, or stands where none can. */

import { type Diagnostic, errorAt, message, type Span } from '../diagnostics.ts';
import type { Grid, ParagraphBox } from '../markup/box.ts';
import type { SetTable } from './table.ts';

export function checkTable(
  { span }: ParagraphBox,
  { missing, box }: SetTable,
  { direction }: Grid,
): readonly Diagnostic[] {
  if (direction === 'down') {
    if (box.optional !== null) return [asideRunningDown(span)];
    const text = message('竖排的稿件里排不了表格', 'a story that runs down holds no table');
    const hint = message('把表格放进横排的稿件。', 'Put the table into a story that runs across.');
    return [errorAt(span, 'table-running-down', text, hint)];
  }
  if (missing === 0) return [];
  return [
    errorAt(
      span,
      'table-too-wide',
      message(`表格太宽，一栏里少 ${missing} 字`, `the table is too wide for its column by ${missing} 字`),
      message(
        '在版面计划里给这篇稿件写 set: 1（一块里只排一栏），或放宽版块；也可以缩短格里的文字、减少列数。',
        'Give the story one wide column in the page plan, set: 1, or a wider block; or shorten the cells.',
      ),
    ),
  ];
}

function asideRunningDown(span: Span): Diagnostic {
  return errorAt(
    span,
    'aside-running-down',
    message(
      '竖排的稿件里排不了摘句、资料、补白',
      'a story that runs down holds no pull quote, fact box or filler',
    ),
    message('从稿件里删去，或把稿件改为横排。', 'Take it out, or let the story run across.'),
  );
}
