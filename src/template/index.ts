/** Issue in → each page as layout markup, every text of content marked with its place, out. */

import type { Issue, PageSpec } from '../content/issue.ts';
import { type Diagnostic, errorAt, meantHint, message } from '../diagnostics.ts';
import type { Markup } from './markup.ts';
import { pageProgram } from './program.ts';

export type { Mark, Markup } from './markup.ts';

/**
 * Renders the pages in order. A page whose template is unknown or faulty is missing from `markups` and has
 * errors in `diagnostics`; what is wrong with a template that several pages use is said once.
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
    const source = issue.theme.pages.get(page.template);
    if (source === undefined) {
      report(unknownTemplate(issue, page));
      continue;
    }
    const program = pageProgram(source, issue.theme.partials);
    program.diagnostics.forEach(report);
    const rendered = program.render?.(issue, page);
    if (rendered?.kind === 'markup') markups.push(rendered.markup);
    if (rendered?.kind === 'faulty') report(rendered.diagnostic);
  }
  return { markups, diagnostics: [...diagnostics.values()] };
}

function unknownTemplate(issue: Issue, { template, templateSpan }: PageSpec): Diagnostic {
  const known = [...issue.theme.pages.keys()];
  return errorAt(
    templateSpan,
    'unknown-template',
    message(
      `版式 ${issue.theme.name} 没有叫“${template}”的版面模板`,
      `The theme "${issue.theme.name}" has no page template "${template}"`,
    ),
    ...meantHint(template, known),
    message(`可用的有：${known.join('、')}。`, `Known: ${known.join(', ')}.`),
  );
}
