/**
 * The class table against the Unicode Character Database: every mark that may be wide (general category P, East
 * Asian width W, F or A) has a class of its own, or stands below with the reason why not.
 */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Class, classOf } from '../../src/text/marks.ts';

const EXCEPTIONS: readonly { readonly reason: string; readonly characters: string }[] = [
  { reason: 'signs that stand for a word: may begin and end a line, as Han do', characters: '§¶†‡※‖' },
  { reason: 'full-width symbols, UAX #14 ID: no rule of place', characters: '＂＃＆＇＊＠＼﹟﹠﹡﹨﹫' },
  { reason: 'lines above text, which nobody writes in it', characters: '‾﹉﹊﹋﹌' },
  { reason: 'signs for “the same”, for a song, beside a character: UAX #14 ID', characters: '〃〽﹅﹆〰' },
  { reason: 'a leader of tables of contents; the CSS levels name it by itself', characters: '․' },
  { reason: 'a mark of manuscripts in Old Chinese, beyond the BMP', characters: '\u{16fe2}' },
];

interface Mark {
  readonly codePoint: number;
  readonly category: string;
  readonly width: string;
  readonly lineBreak: string;
}

const marks: readonly Mark[] = readFileSync(new URL('./unicode/wide-marks.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [code, category, width, lineBreak] = line.split(';');
    return {
      codePoint: Number.parseInt(code!, 16),
      category: category!,
      width: width!,
      lineBreak: lineBreak!,
    };
  });

const show = ({ codePoint }: Mark): string =>
  `U+${codePoint.toString(16)} ${String.fromCodePoint(codePoint)}`;
const isException = ({ codePoint }: Mark): boolean =>
  EXCEPTIONS.some(({ characters }) => characters.includes(String.fromCodePoint(codePoint)));
const hasClass = ({ codePoint }: Mark): boolean => classOf(codePoint) !== Class.HAN;

describe('completeness', () => {
  it('every wide mark of Unicode has a class or is an exception', () => {
    expect(marks.length).toBeGreaterThan(130);
    expect(marks.filter((mark) => !hasClass(mark) && !isException(mark)).map(show)).toEqual([]);
  });

  it.each(EXCEPTIONS)('no exception is out of date: $reason', ({ characters }) => {
    for (const character of characters) {
      const codePoint = character.codePointAt(0)!;
      expect([character, classOf(codePoint)]).toEqual([character, Class.HAN]);
      expect(marks.some((mark) => mark.codePoint === codePoint)).toBe(true);
    }
  });
});

describe('the class is what Unicode says of the mark', () => {
  const wide = marks.filter((mark) => mark.width !== 'A' && !isException(mark));
  const classes = (lineBreak: string): readonly string[] =>
    wide.filter((mark) => mark.lineBreak === lineBreak).map(show);

  it('opening marks (OP) are OPEN, and nothing else is', () => {
    const open = wide.filter((mark) => classOf(mark.codePoint) === Class.OPEN).map(show);
    expect(open).toEqual(classes('OP'));
    expect(open.length).toBeGreaterThan(20);
  });

  it('closing marks (CL, CP) are CLOSE, COMMA or STOP', () => {
    const closing: readonly number[] = [Class.CLOSE, Class.COMMA, Class.STOP];
    for (const mark of wide.filter(({ lineBreak }) => lineBreak === 'CL' || lineBreak === 'CP')) {
      expect([show(mark), closing.includes(classOf(mark.codePoint))]).toEqual([show(mark), true]);
    }
  });

  it('EX are EXCLAIM, IS are COMMA or COLON', () => {
    for (const mark of wide.filter(({ lineBreak }) => lineBreak === 'EX')) {
      expect([show(mark), classOf(mark.codePoint)]).toEqual([show(mark), Class.EXCLAIM]);
    }
    const points: readonly number[] = [Class.COMMA, Class.COLON];
    for (const mark of wide.filter(({ lineBreak }) => lineBreak === 'IS')) {
      expect([show(mark), points.includes(classOf(mark.codePoint))]).toEqual([show(mark), true]);
    }
  });

  it('what may not begin a line by UAX #14 (CL, CP, EX, IS, NS, IN, CJ) is never plain Han', () => {
    for (const mark of marks.filter(({ lineBreak }) => /^(CL|CP|EX|IS|NS|CJ)$/.test(lineBreak))) {
      if (!isException(mark)) expect([show(mark), hasClass(mark)]).toEqual([show(mark), true]);
    }
  });
});
