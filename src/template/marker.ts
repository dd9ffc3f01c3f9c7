/** The values of an issue that stand in a page's markup, numbered in the order in which it first uses them. */

import type { SourceMap } from '../source-map.ts';
import { markContent, markOmitted } from '../source-marks.ts';
import type { Mark } from './markup.ts';

/** Gives values their numbers in the order in which the markup first uses them. */
export interface Marker {
  readonly marks: readonly Mark[];
  /** `html` is XML text already escaped; `offset` is where it begins in the value. */
  content(value: Mark, html: string, offset?: number): string;
  omitted(path: string): string;
}

export function createMarker(): Marker {
  const marks: Mark[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (mark: Mark): number => {
    const known = numbers.get(mark.path);
    if (known !== undefined) return known;
    const number = marks.push(mark) - 1;
    numbers.set(mark.path, number);
    return number;
  };
  return {
    marks,
    content: (value, html, offset = 0) => markContent(numberOf(value), offset, html),
    omitted: (path) => markOmitted(numberOf({ path, map: NOWHERE })),
  };
}

/** What is omitted is never set, so nothing leads back to it. */
const NOWHERE: SourceMap = { file: '', runs: [{ at: 0, start: 0 }], end: 0 };

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
