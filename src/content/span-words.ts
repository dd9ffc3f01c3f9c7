/** The words of bracketed spans, `[…]{着重}` → what each marks, and what value it takes. */

import { type Message, message } from '../diagnostics.ts';
import type { InlineMark } from './issue.ts';

export interface SpanWord {
  readonly mark: Exclude<InlineMark, 'strong' | 'emphasis'>;
  /** The Chinese name first. */
  readonly names: readonly [zh: string, en: string];
  /** `{注音=hàn zì}`, `{均排=3}`. */
  readonly value: 'none' | 'reading' | 'width';
}

export const SPAN_WORDS: readonly SpanWord[] = [
  { mark: 'dots', names: ['着重', 'emphasis-dots'], value: 'none' },
  { mark: 'name', names: ['专名', 'proper-name'], value: 'none' },
  { mark: 'title', names: ['书名', 'book-title'], value: 'none' },
  { mark: 'underline', names: ['下划线', 'underline'], value: 'none' },
  { mark: 'ruby', names: ['注音', 'ruby'], value: 'reading' },
  { mark: 'note', names: ['注', 'note'], value: 'none' },
  { mark: 'spread', names: ['均排', 'spread'], value: 'width' },
  { mark: 'reverse', names: ['反白', 'reverse'], value: 'none' },
];

export const SPAN_NAMES: readonly string[] = SPAN_WORDS.flatMap(({ names }) => names);

export function spanWord(name: string): SpanWord | null {
  return SPAN_WORDS.find(({ names }) => names.includes(name)) ?? null;
}

/** How each is written. */
export const USAGE: Readonly<Record<SpanWord['value'], (name: string) => Message>> = {
  none: (name) => message(`写成 […]{${name}}。`, `Write […]{${name}}.`),
  reading: (name) =>
    message(`写成 [汉字]{${name}=hàn zì}，或用注音符号。`, `Write […]{${name}=hàn zì}, or bopomofo.`),
  width: (name) =>
    message(
      `写成 [李明]{${name}=3}，数字是总宽几个字，1 到 99。`,
      `Write […]{${name}=3}: the width in 字, 1 to 99.`,
    ),
};
