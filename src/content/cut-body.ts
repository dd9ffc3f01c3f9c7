/**
 * An article's body → pieces: paragraphs and heads that are plain text, and what needs the Markdown parser.
 *
 * The parser is a state machine over characters, a tenth of a page's whole time; news text is plain but for
 * bold runs, of which those are plain too that begin and end with a letter. A body with lists, quotations, tables or directives goes to the parser whole,
 * for these reach over blank lines. A test holds that both ways give the same.
 */

export type Piece =
  /** May have bold runs: `boldParts` cuts it. */
  | { readonly kind: 'paragraph'; readonly from: number; readonly to: number }
  /** `from`, `to`: of its text. */
  | { readonly kind: 'head'; readonly level: 2 | 3 | 4; readonly from: number; readonly to: number }
  | { readonly kind: 'markdown'; readonly from: number; readonly to: number };

/** Lines that may begin or go on with a block other than a paragraph or a head. */
const OTHER_BLOCK = /^[ \t]*(?:[>+*_|:-]|\d{1,9}[.)](?:[ \t]|$)|#)/;
const HEAD = /^(#{2,4})[ \t]+([^#\n]*?)[ \t]*$/;
const INLINE = /\*|!\[/;

/** @param start where the body begins in `text`. */
export function cutBody(text: string, start: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let paragraph = -1;
  const endParagraph = (to: number): void => {
    if (paragraph !== -1) pieces.push({ kind: kindOf(text, paragraph, to), from: paragraph, to });
    paragraph = -1;
  };
  for (let at = start; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(at, end);
    const head = HEAD.exec(line);
    if (head !== null) {
      endParagraph(Math.max(start, at - 1));
      pieces.push(headPiece(head, at, end));
    } else if (OTHER_BLOCK.test(line)) return [{ kind: 'markdown', from: start, to: text.length }];
    else if (/^[ \t]*$/.test(line)) endParagraph(Math.max(start, at - 1));
    else if (paragraph === -1) paragraph = at;
    at = end + 1;
  }
  endParagraph(text.length);
  return pieces;
}

function kindOf(text: string, from: number, to: number): 'paragraph' | 'markdown' {
  const words = text.slice(from, to);
  return INLINE.test(words) && boldParts(words) === null ? 'markdown' : 'paragraph';
}

/**
 * The text cut at its `**`, every second part bold; null where it takes the parser's rules to pair them. A
 * pair with letters at its inner sides opens and closes by any rule.
 */
export function boldParts(text: string): readonly string[] | null {
  const parts = text.split('**');
  if (parts.length % 2 === 0 || parts.some((part) => INLINE.test(part))) return null;
  const isPaired = parts.every((part, k) => k % 2 === 0 || /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(part));
  return isPaired ? parts : null;
}

function headPiece(head: RegExpExecArray, at: number, end: number): Piece {
  const [line, hashes, words] = head as unknown as [string, string, string];
  if (words.trim() === '' || INLINE.test(words)) return { kind: 'markdown', from: at, to: end };
  const from = at + line.lastIndexOf(words, line.trimEnd().length);
  return { kind: 'head', level: hashes.length as 2 | 3 | 4, from, to: from + words.length };
}
