/** The lines of a text → how deep its marks nest, told before a parser that recurses reads it. */

/** Deeper than anybody writes; far less than what a parser's stack carries. */
export const NESTING_LIMIT = 20;

/**
 * Opens a line's marks and closes what stands at the first of them or to its right.
 *
 * @param open the columns of the marks that are open, rising; it is changed.
 * @param marks the columns of the line's marks, rising; empty: it opens and closes nothing.
 * @returns how many are open now.
 */
export function nest(open: number[], marks: readonly number[]): number {
  const [first] = marks;
  if (first === undefined) return open.length;
  while (open.length > 0 && open[open.length - 1]! >= first) open.pop();
  for (const mark of marks) open.push(mark);
  return open.length;
}

/** The columns at which marks stand that `pattern` (sticky) finds one behind the other, blanks between them. */
export function columnsOf(line: string, pattern: RegExp): number[] {
  const columns: number[] = [];
  for (let at = blanks(line, 0); columns.length <= NESTING_LIMIT; at = blanks(line, pattern.lastIndex)) {
    pattern.lastIndex = at;
    if (!pattern.test(line)) break;
    columns.push(at);
  }
  return columns;
}

function blanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  return at;
}
