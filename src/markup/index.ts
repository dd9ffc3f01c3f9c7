/** Layout markup and the theme's style sheet in → Box trees, styles resolved and every text with its place, out. */

import type { Issue } from '../content/issue.ts';
import { type Diagnostic, hasErrors, lineAndColumn, type Span } from '../diagnostics.ts';
import { liftPlaces, stretches } from '../source-marks.ts';
import type { Markup } from '../template/markup.ts';
import { checkAccounts } from './accounts.ts';
import type { PageBox, TextStyle } from './box.ts';
import { buildPage } from './build.ts';
import { cascade } from './cascade.ts';
import { checkDress } from './check-dress.ts';
import { checkTree } from './check-tree.ts';
import type { BuildContext } from './context.ts';
import { matcher } from './matching.ts';
import { measurePage } from './measure.ts';
import { parseXml } from './parse.ts';
import { createPlaces } from './places.ts';
import { styleOfWords } from './profile-properties.ts';
import type { Style } from './properties.ts';
import type { Standing } from './runs.ts';
import { readSheet, type Sheet } from './sheet.ts';

export { type BodyStyleOf, bodyStyles } from './body-style.ts';
export { nameOf, type ProfileStyle, profileOf, styleOfWords, USUAL_STYLE } from './profile-properties.ts';

/** A page with errors is missing from `pages`; a faulty style sheet leaves none. */
export function parseMarkup(
  markups: readonly Markup[],
  issue: Issue,
): { readonly pages: readonly PageBox[]; readonly diagnostics: readonly Diagnostic[] } {
  const { theme, fonts } = issue;
  const swatches = [...theme.swatches.keys()];
  const { hao, ornaments } = theme;
  const families = [...fonts.families.keys()];
  const sheet = readSheet(theme.sheet, { hao, swatches, families, ornaments });
  const match = matcher(sheet.rules);
  const results = markups.map((markup) => parsePage(markup, issue, { sheet, match }));
  const diagnostics = new Map<string, Diagnostic>();
  for (const diagnostic of [...sheet.diagnostics, ...results.flatMap((result) => result.diagnostics)]) {
    const { span, code, message } = diagnostic;
    diagnostics.set([span?.file, span?.start, code, message.en].join('\u0000'), diagnostic);
  }
  const pages = hasErrors(sheet.diagnostics) ? [] : results.flatMap(({ page }) => page ?? []);
  return { pages, diagnostics: [...diagnostics.values()] };
}

interface Result {
  readonly page: PageBox | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface Styling {
  readonly sheet: Sheet;
  readonly match: ReturnType<typeof matcher>;
}

function parsePage(markup: Markup, issue: Issue, { sheet, match }: Styling): Result {
  const { text, places: marks } = liftPlaces(markup.text);
  const places = createPlaces(marks, markup.files);
  const parsed = parseXml(text, places);
  if (parsed.kind === 'faulty') return { page: null, diagnostics: [parsed.diagnostic] };

  const isSpread = markup.page.leaves.length > 1;
  const faults = checkTree(parsed.root, { text, marks: markup.marks, places, isSpread });
  if (faults.length > 0) return { page: null, diagnostics: faults };

  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const { styleOf, declared } = cascade(match, styleOfWords(issue.theme.profile), report);
  const at = places.span(parsed.root.from, parsed.root.to);
  const measures = measurePage(styleOf(parsed.root), sheet, { at, isSpread });
  if ('faults' in measures) return { page: null, diagnostics: [...diagnostics, ...measures.faults] };

  const standings: Standing[] = [];
  const standing = (each: Standing): void => {
    standings.push(each);
  };
  const textStyles = new Map<Style, TextStyle>();
  const setting = { styleOf, declared, textStyles, measures, profile: {} };
  const context: BuildContext = { issue, markup, text, places, ...setting, standing, report };
  const page = buildPage(parsed.root, context);
  diagnostics.push(...checkDress(markup.page, issue.theme, sheet.classes));
  diagnostics.push(
    ...checkAccounts(markup.page, {
      standings,
      omitted: omittedPaths(markup, text),
      template: markup.template,
      show: (span) => shown(span, issue),
    }),
  );
  return { page: hasErrors(diagnostics) ? null : page, diagnostics };
}

function omittedPaths({ marks }: Markup, text: string): readonly string[] {
  return stretches(text).flatMap((stretch) =>
    stretch.kind === 'omitted' ? [marks[stretch.number]!.path] : [],
  );
}

/** `templates/daily/pages/feature.hbs:12:5` */
function shown({ file, start }: Span, { theme }: Issue): string {
  const sources = [...theme.pages.values(), ...theme.partials.values()];
  const text = sources.find((source) => source.file === file)?.text ?? '';
  const { line, column } = lineAndColumn(text, start);
  return `${file}:${line}:${column}`;
}
