/** What an editor says of an issue's number, or an issue to count from → 总期号 as printed. */

import { type Diagnostic, errorAt, message, type Span } from '../diagnostics.ts';
import type { Located } from './field-types.ts';
import type { RichProse } from './issue.ts';

export type Counted = Located<{
  readonly date: Located<string> | null;
  readonly number: Located<number> | null;
  readonly days: Located<string> | null;
}>;

/** The days of the week, Sunday first, as days count from 1970-01-01, a Thursday. */
const WEEK = '日一二三四五六';

/** @param given the issue's own, which counts first. @param date the issue's. */
export function issueNumber(
  given: RichProse | null,
  counted: Counted | null,
  date: string | null,
  diagnostics: Diagnostic[],
): RichProse | null {
  if (given !== null) return /^\d+$/.test(given.text) ? numbered(given) : given;
  if (counted === null || date === null) return null;
  const { date: from, number, days } = counted.value;
  if (from === null || number === null) {
    diagnostics.push(errorAt(counted.span, 'counted-from-nothing', HALF, GIVE_BOTH));
    return null;
  }
  const appears = daysOf(days, diagnostics);
  if (appears === null) return null;
  const issues = issuesBetween(dayOf(from.value), dayOf(date), appears);
  return worded(`第${number.value + issues}期`, number.span);
}

const HALF = message('总期号起算要有日期和期号', 'to count issues from one, its date and number are needed');
const GIVE_BOTH = message(
  '写 date（日期）和 number（期号），如 2026-01-02 和 6480。',
  'Give its date and its number: 2026-01-02 and 6480.',
);

/** 6521 is printed 第6521期; each character leads back to the number. */
function numbered({ text, map }: RichProse): RichProse {
  const start = map.runs[0]!.start;
  const end = 1 + text.length;
  const runs = [
    { at: 0, start },
    { at: 1, start },
    { at: end, start: start + text.length - 1 },
  ];
  return { text: `第${text}期`, map: { ...map, runs }, marks: [], rowEnds: [] };
}

function worded(text: string, { file, start, end }: Span): RichProse {
  return { text, map: { file, runs: [{ at: 0, start }], end }, marks: [], rowEnds: [] };
}

/** Of the days of the week, Sunday first, those it appears on. */
function daysOf(days: Located<string> | null, diagnostics: Diagnostic[]): readonly boolean[] | null {
  if (days === null) return [...WEEK].map(() => true);
  const given = [...days.value.replace(/[、，\s]|周|星期/g, '')];
  if (given.length > 0 && given.every((day) => WEEK.includes(day))) {
    return [...WEEK].map((day) => given.includes(day));
  }
  const text = message(`“${days.value}”不是星期几`, `"${days.value}" are no days of the week`);
  const hint = message('写“一三五”这样的字。', 'Write them as 一三五.');
  diagnostics.push(errorAt(days.span, 'no-weekdays', text, hint));
  return null;
}

/** Days since 1970-01-01. */
function dayOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** Issues that came out behind `from`, up to `to`; below 0 where `to` is the earlier. */
function issuesBetween(from: number, to: number, appears: readonly boolean[]): number {
  if (to < from) return -issuesBetween(to, from, appears);
  const weeks = Math.floor((to - from) / 7);
  let issues = weeks * appears.filter(Boolean).length;
  for (let day = from + weeks * 7 + 1; day <= to; day++) if (appears[(day + 4) % 7]) issues += 1;
  return issues;
}
