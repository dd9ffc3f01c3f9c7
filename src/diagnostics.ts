/**
 * What is wrong and where → values that are collected, sorted and, in `commands/`, printed.
 *
 * Library code never prints and never exits. A message exists in Chinese and in English; which of the two
 * is shown is decided where it is printed.
 */

/** A range of a decoded text file: UTF-16 offsets, `end` exclusive, a leading BOM not counted. */
export interface Span {
  /** The file's path as messages show it: from the folder for its own files. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** One sentence in both languages of the program. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

export type Severity = 'error' | 'warning';

export interface Diagnostic {
  readonly severity: Severity;
  /** A stable name in kebab-case, `unknown-field`: scripts and tests rely on it. */
  readonly code: string;
  readonly message: Message;
  /** Where the author wrote it; `null` where there is no place, such as a folder without issue.yaml. */
  readonly span: Span | null;
  /** What to do about it, one sentence each. */
  readonly hints: readonly Message[];
}

export function message(zh: string, en: string): Message {
  return { zh, en };
}

export function errorAt(span: Span | null, code: string, text: Message, ...hints: Message[]): Diagnostic {
  return { severity: 'error', code, message: text, span, hints };
}

export function warningAt(span: Span | null, code: string, text: Message, ...hints: Message[]): Diagnostic {
  return { severity: 'warning', code, message: text, span, hints };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}

/** Sorted by file, then place, then code; a message without a place comes first. Plain code unit order. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...diagnostics].sort(
    (a, b) =>
      order(a.span?.file ?? '', b.span?.file ?? '') ||
      (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
      order(a.code, b.code),
  );
}

/** Line and column of an offset, both from 1; a column counts UTF-16 units, as editors do. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  const end = Math.min(offset, text.length);
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: end - lineStart + 1 };
}

/** More names than this at the same distance are no guess but a list. */
const GUESSES = 3;

/**
 * The names among `known` that a misspelt one may have meant, all equally near; none where it is like any.
 * At most a third of its letters may differ (Damerau–Levenshtein, adjacent swaps count one), of two Han one; of
 * one character, or two Latin letters, none, for that is chance.
 */
function likelyNames(name: string, known: Iterable<string>): string[] {
  if (name.length < 2 || /^[\x00-\x7F]{2}$/.test(name)) return [];
  let best = new Set<string>();
  let bestDistance = Math.max(1, Math.floor(name.length / 3));
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) best = new Set();
    if (distance > bestDistance) continue;
    best.add(candidate);
    bestDistance = distance;
  }
  return best.size > GUESSES ? [] : [...best];
}

/** The one name that a misspelt one most likely meant, or null. */
export function didYouMean(name: string, known: Iterable<string>): string | null {
  const [only, other] = likelyNames(name, known);
  return only === undefined || other !== undefined ? null : only;
}

/** “Did you mean …?” with all names that are equally near, or no hint. */
export function meantHint(name: string, known: Iterable<string>): Message[] {
  const names = likelyNames(name, known);
  if (names.length === 0) return [];
  const zh = names.map((meant) => `“${meant}”`).join('或');
  const en = names.map((meant) => `"${meant}"`).join(' or ');
  return [message(`是不是${zh}？`, `Did you mean ${en}?`)];
}

function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j - 1]! + 1, rows[i - 1]![j]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, rows[i - 2]![j - 2]! + 1);
      }
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
