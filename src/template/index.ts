/** Issue in → each page as layout markup, every text of content marked with its place, out. */

import type { Issue } from '../content/issue.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { Markup } from './markup.ts';
import { pageProgram } from './program.ts';

export type { Mark, Markup } from './markup.ts';

/**
 * Renders the pages in order; stage ① lets none through whose template the theme lacks. A page whose template
 * is faulty is missing from `markups`; what is wrong with a template that several pages use is said once.
 */
export function renderPages(issue: Issue): {
  readonly markups: readonly Markup[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const markups: Markup[] = [];
  const diagnostics = new Map<string, Diagnostic>();
  const report = (diagnostic: Diagnostic): void => {
    const { span, code } = diagnostic;
    diagnostics.set(`${span?.file}:${span?.start}:${code}`, diagnostic);
  };
  for (const page of issue.pages) {
    const source = issue.theme.pages.get(page.template)!;
    const program = pageProgram(source, issue.theme.partials);
    program.diagnostics.forEach(report);
    const rendered = program.render?.(issue, page);
    if (rendered?.kind === 'markup') markups.push(rendered.markup);
    if (rendered?.kind === 'faulty') report(rendered.diagnostic);
  }
  return { markups, diagnostics: [...diagnostics.values()] };
}
