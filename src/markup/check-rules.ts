/** Frames and column rules of an element → whether they have room beside the text. */

import { errorAt, message } from '../diagnostics.ts';
import type { RuleStyle } from './box.ts';
import type { BuildContext } from './context.ts';
import type { ElementNode } from './parse.ts';

/** What is in a frame stands 1 字 within it. */
export function checkFrameWidth(element: ElementNode, frame: RuleStyle, context: BuildContext): void {
  const width = frame.strokes.reduce((sum, stroke) => sum + stroke.width, frame.gap);
  if (width < context.measures.grid.em) return;
  const span = context.declared(element, 'frame')?.declaration.span ?? null;
  const text = message(
    '框线有 1 字宽或更宽，会压住框里的文字',
    'The frame is as wide as 1 字, so it would touch the text in it',
  );
  const hint = message('把它写窄一些。', 'Make it narrower.');
  context.report(errorAt(span, 'frame-too-wide', text, hint));
}

/** The page's gutters are the narrowest that a story's columns have. */
export function columnRuleOf(element: ElementNode, context: BuildContext): RuleStyle | null {
  const rule = context.styleOf(element)['column-rule'];
  const { gutter, em } = context.measures.grid;
  const width = rule?.strokes.reduce((sum, stroke) => sum + stroke.width, rule.gap) ?? 0;
  if (width < gutter * em) return rule;
  const declared = context.declared(element, 'column-rule');
  const text = message(
    '栏线比栏空还宽，会压住文字',
    'The column rule is as wide as the gutter, so it would touch text',
  );
  const hint = message(
    '用细一些的线，或在 page 里把 column-gutter 写大。',
    'Take a thinner rule, or widen column-gutter of page.',
  );
  context.report(errorAt(declared?.declaration.span ?? null, 'column-rule-too-wide', text, hint));
  return null;
}
