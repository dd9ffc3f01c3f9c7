/** Finished pages → what stands on them: texts that lead back to a place, words, blocks. */

import type { Issue, Prose } from '../content/issue.ts';
import { type Message, message, type Span, warningAt } from '../diagnostics.ts';
import type { GlyphRun, Made, Page } from '../layout/page.ts';
import { spanInFile } from '../source-map.ts';
import type { FormRule } from './rule.ts';

export function glyphRuns({ items }: Page): readonly GlyphRun[] {
  return items.filter((item): item is GlyphRun => item.kind === 'glyphs');
}

/** Whether a run was written where the text was. */
export function leadsTo({ map, text }: GlyphRun, prose: Prose): boolean {
  if (map.file !== prose.map.file || text === '') return false;
  const { start, end } = spanInFile(prose.map, 0, prose.text.length);
  const at = spanInFile(map, 0, 1).start;
  return at >= start && at < Math.max(end, start + 1);
}

export function isPrinted(prose: Prose, pages: readonly Page[]): boolean {
  return pages.some((page) => glyphRuns(page).some((run) => leadsTo(run, prose)));
}

/** The page's words without blanks. */
export function wordsOf({ lines }: Page): string {
  return lines.map(({ text }) => text.replace(/\s/g, '')).join('\n');
}

/** Whether all pages of the issue are there: one asked for alone need not hold what stands on another. */
export function isWhole(issue: Issue, made: Made): boolean {
  return (
    issue.pages.reduce((sum, { leaves }) => sum + leaves.length, 0) === issue.pageCount &&
    made.pages.length === issue.pages.length
  );
}

export function kept(rule: string, called: Message, weight = 1): FormRule {
  return { rule, called, ok: true, where: null, weight, fault: null };
}

export interface Breach {
  readonly where: string | null;
  readonly span: Span | null;
  readonly text: Message;
  readonly cure: Message;
}

export function broken(rule: string, called: Message, breach: Breach, weight = 1): FormRule {
  const fault = warningAt(breach.span, `form-${rule}`, breach.text, breach.cure);
  return { rule, called, ok: false, where: breach.where, weight, fault };
}

/** What must be printed somewhere in the issue. `fields`: where an editor gives it, in both languages. */
export interface Item {
  readonly rule: string;
  readonly called: Message;
  readonly given: readonly (Prose | null)[];
  readonly field: string;
}

export function itemRule(
  { rule, called, given, field }: Item,
  issue: Issue,
  pages: readonly Page[],
): FormRule {
  if (given.some((prose) => prose !== null && isPrinted(prose, pages))) return kept(rule, called);
  const prose = given.find((each) => each !== null) ?? null;
  const { file } = issue.house;
  if (prose === null) {
    return broken(rule, called, {
      where: null,
      span: file === null ? null : { file, start: 0, end: 0 },
      text: message(`缺${called.zh}`, `${called.en} is missing`),
      cure: message(`写 ${field}（${called.zh}）。`, `Give ${field}.`),
    });
  }
  return broken(rule, called, {
    where: null,
    span: spanInFile(prose.map, 0, prose.text.length),
    text: message(`${called.zh}没有印出`, `${called.en} is printed on no page`),
    cure: message(
      '在版块里排上报头和报尾，模板里要有它。',
      'Give a page its masthead, or its imprint; the template must set it.',
    ),
  });
}
