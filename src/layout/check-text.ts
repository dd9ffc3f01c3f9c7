/** Galleys as set → what is to be said of their text: characters without a face, loose lines, 孤字. */

import { type Diagnostic, errorAt, type Message, message, warningAt } from '../diagnostics.ts';
import {
  endsInRunt,
  type Galley,
  type Missing,
  missingCharacters,
  overfullSpreads,
  type Piece,
  piecesOf,
  type SetLine,
} from '../text/index.ts';
import { checkCuts } from './check-cut.ts';
import { checkLoose } from './check-loose.ts';
import { spanOf } from './paragraph-map.ts';

/**
 * One error for each character of the paragraph, readings included, that no face has; a warning for each form of a
 * character that none has.
 */
export function checkCharacters(galley: Galley): readonly Diagnostic[] {
  return [galley, ...galley.readings.flatMap(piecesOf)].flatMap(missingIn);
}

function missingIn(galley: Piece): readonly Diagnostic[] {
  return missingCharacters(galley).map(({ kind, start, end }) => {
    const [code, ...messages] = MISSING[kind](galley.cells.text.slice(start, end));
    const tell = kind === 'variant' ? warningAt : errorAt;
    return tell(spanOf(galley.paragraph, start, end), code, ...messages);
  });
}

/** A variation sequence is told of once: a name stands in a text many times, its selector always with it. */
export function variantsOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Set<string>();
  return diagnostics.filter(({ code, message }) => {
    if (code !== VARIANT) return true;
    const isFirst = !told.has(message.zh);
    told.add(message.zh);
    return isFirst;
  });
}

const VARIANT = 'variant-glyph';

type Told = readonly [code: string, text: Message, hint: Message];

const MISSING: Readonly<Record<Missing['kind'], (text: string) => Told>> = {
  'no-face': (text) => [
    'no-glyph',
    message(
      `没有一种字体有“${text}”字（${codesOf(text)}）`,
      `No font has the character "${text}" (${codesOf(text)})`,
    ),
    cureOf(text),
  ],
  emoji: (text) => [
    'emoji',
    message(
      `表情符号“${text}”排不出来（${codesOf(text)}）`,
      `The emoji "${text}" cannot be set (${codesOf(text)})`,
    ),
    message(
      '删去，或改用文字；单个的表情符号，也可以用 --fonts 指定一种黑白的表情字体来排。',
      'Remove it or use words; a single one can be set in a monochrome font of emoji, given by --fonts.',
    ),
  ],
  'right-to-left': (text) => [
    'right-to-left',
    message(
      `“${text}”从右向左书写（阿拉伯文、希伯来文等），还不能排`,
      `"${text}" runs from right to left (Arabic, Hebrew and others), which cannot be set`,
    ),
    message(
      '改用译名或拉丁字母转写；一定要原文的，做成图片。',
      'Use a translation or Latin letters; where the original is needed make a picture of it.',
    ),
  ],
  variant: (text) => [
    VARIANT,
    message(
      `没有一种字体有“${withoutSelector(text)}”的这个异体字形（${codesOf(text)}），照通常的字形排`,
      `No font has this form of "${withoutSelector(text)}" (${codesOf(text)}); its usual form is set`,
    ),
    message(
      '一定要这个字形的，用 --fonts 指定含有它的字体文件夹；不要的，删去此字重新录入（字后跟着一个看不见的异体选择符）。',
      'Where this form is needed give a folder with a font that has it by --fonts; else delete the character and ' +
        'type it anew (an invisible variation selector stands behind it).',
    ),
  ],
};

/** Two kinds of code point are no character that a font could have: what was typed has to be looked up. */
function cureOf(text: string): Message {
  if (/[\ufffc\ufffd]/.test(text)) {
    return message(
      '这个字在转换编码时已经丢了：查原稿，重新录入。',
      'A character was lost here when the text was converted: look it up in the manuscript and type it anew.',
    );
  }
  if (/\p{Private_Use}/u.test(text)) {
    return message(
      '这是自造字的码位，换一台机器就不是这个字：查清是什么字，按 Unicode 重新录入；一定要用的，用 --fonts 指定造字的字体文件夹。',
      'This code point is for private use and means another character on another machine: find out which one it is ' +
        'and type it as Unicode has it, or give the folder of the font it was made for by --fonts.',
    );
  }
  return message(
    '改用别的字，或用 --fonts 指定含有此字的字体文件夹。',
    'Use another character, or give a folder with a font that has it by --fonts.',
  );
}

/** A selector shows nothing: the character by itself is shown, and all codes. */
function withoutSelector(text: string): string {
  return text.replace(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '');
}

function codesOf(text: string): string {
  return [...text]
    .map((character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}

/** A warning for each text that is wider than the width it is to be set to (均排). */
export function checkSpreads(galley: Galley): readonly Diagnostic[] {
  return overfullSpreads(galley).map((mark) =>
    warningAt(
      spanOf(galley.paragraph, mark.start, mark.end),
      'spread-too-narrow',
      message('均排的宽度比文字还窄，照文字的宽度排', 'this text is wider than the width it is to be set to'),
      message('把均排的数字改大。', 'Give it a greater width.'),
    ),
  );
}

/** A warning for a line of a poem that is too long for its column. */
export function checkVerse({ paragraph }: Galley, lines: readonly SetLine[]): readonly Diagnostic[] {
  if (lines.length < 2) return [];
  return [
    warningAt(
      paragraph.span,
      'verse-turned',
      message('这行诗一栏排不下，转了行', 'this line of the poem is too long for its column and turns over'),
      message(
        '放宽栏（破栏 set 写小一点），或缩小字号。',
        'Set the poem in wider columns (a smaller set), or in a smaller size.',
      ),
    ),
  ];
}

export function checkLines(
  galley: Galley,
  lines: readonly SetLine[],
  justified: boolean,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const place = (line: SetLine): ReturnType<typeof spanOf> =>
    spanOf(galley.paragraph, galley.cells.start[line.from]!, galley.cells.start[line.to]!);
  if (justified) found.push(...checkLoose(galley, lines));
  found.push(...checkCuts(galley, lines));
  if (endsInRunt(galley, { ends: lines.map((line) => line.to) })) {
    found.push(
      warningAt(
        place(lines[lines.length - 1]!),
        'runt',
        message('段末一行只有一个字（孤字）', 'The last line of the paragraph is a single character'),
        message('增删一两个字。', 'Add or cut a character or two.'),
      ),
    );
  }
  return found;
}
