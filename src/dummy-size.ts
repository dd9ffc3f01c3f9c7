/** Dummies of an issue and its finished pages → an error for each dummy of another size than its page's grid. */

import type { Issue } from './content/issue.ts';
import { type Diagnostic, errorAt, message } from './diagnostics.ts';
import type { Made } from './layout/page.ts';

/** What a dummy draws is told of beside what the page has: only stage ③ knows the grid. */
export function checkDummySizes(issue: Issue, made: Made): readonly Diagnostic[] {
  return issue.pages.flatMap(({ label, dummy }) => {
    const grid = made.pages.find((page) => page.label === label.text)?.grid;
    if (dummy === null || grid === undefined) return [];
    if (dummy.columns === grid.columns && dummy.lines === grid.lines) return [];
    const text = message(
      `版样画了 ${dummy.columns} 栏 ${dummy.lines} 行，版心是 ${grid.columns} 栏 ${grid.lines} 行`,
      `the dummy draws ${dummy.columns} columns and ${dummy.lines} lines, the type area has ${grid.columns} and ${grid.lines}`,
    );
    const hint = message('报眉和空着的行也要画，写 .。', 'Draw the folio and blank lines too, as dots.');
    return [errorAt(dummy.span, 'dummy-size', text, hint)];
  });
}
