/**
 * An article's body → pieces: paragraphs and heads that are plain text, and what needs the Markdown parser.
 *
 * The parser is a state machine over characters, a tenth of a page's whole time, and a list or a row of
 * quotations takes it a time that grows with their square. So a body is parted where a new block begins for
 * certain; news text is plain but for bold runs, of which those are plain too that begin and end with a letter,
 * and only pieces that are not go to the parser. A test holds that the whole body gives the same.
 */

export type Piece =
  /** May have bold runs: `boldParts` cuts it. */
  | { readonly kind: 'paragraph'; readonly from: number; readonly to: number }
  /** `from`, `to`: of its text. */
  | { readonly kind: 'head'; readonly level: 2 | 3 | 4; readonly from: number; readonly to: number }
  | { readonly kind: 'markdown'; readonly from: number; readonly to: number };

/** Lines that may begin or go on with a block other than a paragraph or a head; bold words at a line's start do not. */
const OTHER_BLOCK = /^[ \t]*(?:[>+_|:-]|\*(?!\*[\p{L}\p{N}])|\d{1,9}[.)](?:[ \t]|$)|#)/u;
const HEAD = /^(#{2,4})[ \t]+([^#\n]*?)[ \t]*$/;
const INLINE = /\*|!\[/;

/** @param start where the body begins in `text`. */
export function cutBody(text: string, start: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  let needsParser = false;
  const endPart = (to: number): void => {
    // Without the newline before the next part, which whole is no block's.
    if (needsParser) pieces.push({ kind: 'markdown', from, to: to < text.length ? to - 1 : to });
    else pieces.push(...plainPieces(text, from, to));
    from = to;
    needsParser = false;
  };
  let isFree = true;
  let item: string | null = null;
  const fences: number[] = [];
  for (const { line, at } of linesOf(text, start, text.length)) {
    const mark = markOf(line);
    // Nothing reaches over a blank line to one that is not indented; an item right behind one of its list is one.
    const begins: boolean =
      fences.length === 0 && (isFree ? /^[^ \t]/.test(line) : mark !== null && mark === item);
    if (begins && at > from) endPart(at);
    followFences(fences, line);
    needsParser ||= fences.length > 0 || (OTHER_BLOCK.test(line) && !HEAD.test(line));
    isFree = BLANK.test(line);
    item = begins ? mark : null;
  }
  endPart(text.length);
  return pieces;
}

function* linesOf(
  text: string,
  start: number,
  stop: number,
): Generator<{ line: string; at: number; end: number }> {
  for (let at = start; at < stop; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 || newline > stop ? stop : newline;
    yield { line: text.slice(at, end), at, end };
    at = end + 1;
  }
}

const BLANK = /^[ \t]*$/;
/** An item with text at the line's very start: its mark. */
const ITEM = /^(?:([-+*])|\d{1,9}([.)]))[ \t]+[^ \t]/;

function markOf(line: string): string | null {
  const [, bullet, delimiter] = ITEM.exec(line) ?? [];
  return bullet ?? delimiter ?? null;
}

/** `:::name` opens a container and as many colons or more close it; `fences` holds how many each open one has. */
function followFences(fences: number[], line: string): void {
  const [, colons, name] = /^ {0,3}(:{3,})[ \t]*(.?)/.exec(line) ?? [];
  if (colons === undefined) return;
  if (name !== '') fences.push(colons.length);
  else if (colons.length >= (fences[fences.length - 1] ?? Number.POSITIVE_INFINITY)) fences.pop();
}

/** Of lines that are paragraphs, heads and blanks. */
function plainPieces(text: string, start: number, stop: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let paragraph = -1;
  const endParagraph = (to: number): void => {
    if (paragraph !== -1) pieces.push({ kind: kindOf(text, paragraph, to), from: paragraph, to });
    paragraph = -1;
  };
  for (const { line, at, end } of linesOf(text, start, stop)) {
    const head = HEAD.exec(line);
    if (head !== null) {
      endParagraph(Math.max(start, at - 1));
      pieces.push(headPiece(head, at, end));
    } else if (BLANK.test(line)) endParagraph(Math.max(start, at - 1));
    else if (paragraph === -1) paragraph = at;
  }
  endParagraph(text[stop - 1] === '\n' ? stop - 1 : stop);
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
