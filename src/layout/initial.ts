/**
 * A paragraph that begins with a drop initial (首字下沉) → its first character, large, and the rest of it.
 *
 * The character is as high as its lines, from the top of the first one's em box to the foot of the last one's,
 * and takes whole 字 of their width, so that the characters beside it stay in step with those below.
 */

import type { Grid, ParagraphBox } from '../markup/box.ts';
import { type FaceTables, type Galley, prepareParagraph, type SetLine, setOnOneLine } from '../text/index.ts';
import { partOfParagraph, textOfBox } from './part-of-paragraph.ts';

export interface Initial {
  readonly galley: Galley;
  readonly line: SetLine;
  /** Lines of the grid it stands over. */
  readonly lines: number;
  /** What it takes of their width, 1/1000 字 of the paragraph: whole 字. */
  readonly width: number;
}

/** The least blank between the initial and the text beside it, 字. */
const CLEAR = 0.15;

/** A letter or Han with no mark behind it, which would come to stand at a line's head; no figure of a number. */
const MAY_DROP = /^\p{L}(?=[^\p{P}\s])/u;

/** Of a word in another script, AGM电池, no letter is taken from the rest; a text in that script has its initial. */
function dropped(text: string): string | null {
  const [character] = MAY_DROP.exec(text) ?? [];
  if (character === undefined) return null;
  const isOfWord = !HAN.test(character) && !HAN.test(text.charAt(character.length));
  return isOfWord && HAN.test(text) ? null : character;
}

const HAN = /\p{Script=Han}/u;

/** The fewest 字 of text beside it. */
const LEAST_BESIDE = 4;

/**
 * A paragraph that begins with a mark or a number, in marked text, or in Chinese with a word in another script, is
 * set without; so is one in a column too narrow.
 * @param width of the column, pt.
 */
export function dropInitial(
  box: ParagraphBox,
  grid: Grid,
  width: number,
  tables: FaceTables,
): { readonly initial: Initial | null; readonly rest: ParagraphBox } {
  if (box.initial === 0) return { initial: null, rest: box };
  const character = dropped(textOfBox(box));
  const isMarked = box.marks.some((mark) => mark.start === 0);
  if (box.direction === 'down' || character === null || isMarked) {
    return { initial: null, rest: box };
  }
  const plain = { marks: [], initial: 0, indent: 0, insetStart: 0, insetEnd: 0, align: 'left' } as const;
  const size = box.size + (box.initial - 1) * grid.pitch;
  const [first] = partOfParagraph(box, 0, character.length).runs;
  const large = { ...first!.style, size, tracking: 0 };
  const head = { ...box, ...plain, kept: [], rowEnds: [], runs: [{ ...first!, style: large }], size };
  const galley = prepareParagraph(head, tables);
  const line = setOnOneLine(galley);
  const chars = Math.ceil((line.width * size) / box.size / 1000 + CLEAR);
  if ((chars + LEAST_BESIDE) * box.size > width) return { initial: null, rest: box };
  return {
    initial: { galley, line, lines: box.initial, width: chars * 1000 },
    rest: { ...partOfParagraph(box, character.length, textOfBox(box).length), indent: 0 },
  };
}
