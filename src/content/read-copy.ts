/** One text as read, article or plain → the paragraphs that `banmian fit` sets. */

import { type Diagnostic, errorAt, message, warningAt } from '../diagnostics.ts';
import { spanInFile } from '../source-map.ts';
import type { Read } from '../world.ts';
import { PARAGRAPH_LIMIT, PARAGRAPH_TOO_LONG } from './body-limits.ts';
import { type Draft, draftOf, toRichProse } from './draft.ts';
import type { ReadTable } from './inline.ts';
import type { Block, ProfileWord } from './issue.ts';
import { freshQuotes, normalise } from './normalise/index.ts';
import { readArticle } from './read-article.ts';
import { unreadable } from './read-text.ts';
import { decode, type SourceText, sourceText } from './source-text.ts';
import type { Tally } from './tally.ts';

export interface Copy {
  readonly blocks: readonly Block[];
  /** The words of an article's `profile`. */
  readonly profile: readonly ProfileWord[];
  /** Characters taken out because no page can carry them. */
  readonly dropped: number;
  readonly diagnostics: readonly Diagnostic[];
  /** The decoded text by the file's name, to print places from. */
  readonly sources: ReadonlyMap<string, string>;
}

export interface CopyOptions {
  /** A Markdown article, of which the body counts; else each line that is not blank is a paragraph. */
  readonly isArticle: boolean;
  /** An article's front matter may say otherwise. */
  readonly normalized: boolean;
  /** Its issue has corners for quotes, unless the article says otherwise. */
  readonly corners: boolean;
}

/** @param file the name that messages show. */
export function readCopy(file: string, read: Read, { isArticle, normalized, corners }: CopyOptions): Copy {
  if (read.kind !== 'bytes') return nothing(unreadable(read, file, { file, start: 0, end: 0 }), new Map());
  const { text, fault } = decode(file, read.bytes);
  const sources = new Map([[file, text]]);
  if (fault !== null) return nothing(fault, sources);
  const counts: Tally = new Map();
  const source = sourceText(file, text, counts);
  const dropped = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (!isArticle) {
    const tooLong = longLine(source);
    if (tooLong !== null) return nothing(tooLong, sources);
    const blocks = plainBlocks(source, normalized, counts);
    return { blocks, profile: [], dropped, diagnostics: [], sources };
  }
  const left: Diagnostic[] = [];
  const readTable: ReadTable = ({ span }) => {
    left.push(warningAt(span, 'table-left-out', ...TABLE_LEFT_OUT));
    return null;
  };
  const { article, diagnostics } = readArticle(source, { normalized, corners, readTable }, counts);
  return {
    blocks: article.body,
    profile: article.profile,
    dropped,
    diagnostics: [...diagnostics, ...left],
    sources,
  };
}

/** A text by itself stands in no issue's folder, from which the files of its tables could be read. */
const TABLE_LEFT_OUT = [
  message(
    'fit 不读另一个文件里的表格，行数和字数没有算上它',
    'fit reads no table from a file of its own: its lines and characters are not counted',
  ),
  message('表格占几行，请用 banmian check 看整期。', 'For what it takes, see banmian check of the issue.'),
] as const;

function nothing(fault: Diagnostic, sources: ReadonlyMap<string, string>): Copy {
  return { blocks: [], profile: [], dropped: 0, diagnostics: [fault], sources };
}

function longLine({ clean, map }: SourceText): Diagnostic | null {
  let at = 0;
  for (const line of clean.split('\n')) {
    if (line.length > PARAGRAPH_LIMIT) {
      return errorAt(spanInFile(map, at, at + 1), 'paragraph-too-long', ...PARAGRAPH_TOO_LONG);
    }
    at += line.length + 1;
  }
  return null;
}

/** No mark-up: every character is text, but for blanks typed at a line's edges. */
function plainBlocks(source: SourceText, normalized: boolean, counts: Tally): readonly Block[] {
  const quotes = freshQuotes();
  return [...source.clean.matchAll(/\S(?:.*\S)?/g)].map(({ index, 0: line }): Block => {
    const draft: Draft = draftOf(source, index, index + line.length);
    const text = normalized ? normalise(draft, 'body', counts, quotes) : draft;
    return { kind: 'paragraph', prose: toRichProse(text) };
  });
}
