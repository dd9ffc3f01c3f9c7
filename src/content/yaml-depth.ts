/** A YAML text → the place where it nests deeper than its parser, which recurses, may be given. */

import { columnsOf, NESTING_LIMIT, nest } from './nesting.ts';

/** A dash or a question mark before an item, or the text of a key or value, which ends the search. */
const MARK = /[-?](?=[ \t]|$)|[^\s#].*/y;

/** An offset in `text`, or null. */
export function tooDeepAt(text: string): number | null {
  const open: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (nest(open, columnsOf(line, MARK)) > NESTING_LIMIT) return start;
    start += line.length + 1;
  }
  return deepBracket(text);
}

/** Only a bracket that stands where a value may begin opens a collection; in prose it is a character. */
function deepBracket(text: string): number | null {
  let depth = 0;
  let mayOpen = true;
  for (let at = 0; at < text.length; at++) {
    const c = text[at]!;
    if (c === ' ' || c === '\t') continue;
    const opens: boolean = mayOpen && (c === '[' || c === '{');
    if (opens) depth += 1;
    else if (c === ']' || c === '}') depth = Math.max(0, depth - 1);
    if (depth > NESTING_LIMIT) return at;
    mayOpen = opens || '\n,:-?'.includes(c);
  }
  return null;
}
