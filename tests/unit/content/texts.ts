/** Texts in a test → what the steps of stage ① make of them. */

import { type Draft, draftOf } from '../../../src/content/draft.ts';
import type { Counts } from '../../../src/content/issue.ts';
import { freshQuotes, normalise, type TextKind } from '../../../src/content/normalise/index.ts';
import { type ArticleRead, readArticle } from '../../../src/content/read-article.ts';
import { sourceText } from '../../../src/content/source-text.ts';
import { countsOf, type Tally } from '../../../src/content/tally.ts';
import type { Diagnostic, Span } from '../../../src/diagnostics.ts';

export function draft(text: string): Draft {
  const source = sourceText('test.md', text, new Map());
  return draftOf(source, 0, source.clean.length);
}

export function normalised(text: string, kind: TextKind = 'body'): { text: string; counts: Counts } {
  const counts: Tally = new Map();
  const { text: done } = normalise(draft(text), kind, counts, freshQuotes());
  return { text: done, counts: countsOf(counts) };
}

/** The paragraphs of one story, normalised one after the other. */
export function story(...paragraphs: string[]): string[] {
  const quotes = freshQuotes();
  return paragraphs.map((text) => normalise(draft(text), 'body', new Map(), quotes).text);
}

export interface Read extends ArticleRead {
  readonly counts: Counts;
  /** `code: the characters it points at`, in the order in which they were found. */
  readonly faults: readonly string[];
}

export function article(text: string, normalized = true): Read {
  const counts: Tally = new Map();
  const read = readArticle(
    sourceText('articles/a.md', text, counts),
    { normalized, corners: false, readTable: () => null },
    counts,
  );
  return { ...read, counts: countsOf(counts), faults: read.diagnostics.map((d) => fault(d, text)) };
}

export function fault({ code, span }: Diagnostic, text: string): string {
  return span === null ? code : `${code}: ${at(span, text)}`;
}

export function at(span: Span, text: string): string {
  return text.slice(span.start, span.end);
}

/** Front matter with the lines given, and a body of one character. */
export function withFields(...lines: string[]): string {
  return ['---', ...lines, '---', '文'].join('\n');
}
