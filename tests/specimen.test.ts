/** assets/samples/type-specimen: every feature of `src/text` stands on its pages, as its rule sets it. */

import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../src/compile.ts';
import { diskWorld } from '../src/disk-world.ts';
import type { GlyphRun, Line, Made, Picture } from '../src/layout/page.ts';
import { OWN_FOLDERS } from '../src/own-folders.ts';

const SPECIMEN = fileURLToPath(new URL('../assets/samples/type-specimen', import.meta.url));

let made: Made;
beforeAll(async () => {
  const { templates, fonts } = OWN_FOLDERS;
  const options = { templates, fonts, userFonts: [], pages: [], targets: [] };
  ({ made } = (await compile(diskWorld(), SPECIMEN, options)) as { made: Made });
});

function pageOf(label: string) {
  return made.pages.find((page) => page.label === label)!;
}

/** The lines of a story on a page. */
function linesOf(label: string, story: string): readonly Line[] {
  return pageOf(label).lines.filter(({ block }) => block.startsWith(`${story}.`));
}

/** The glyphs in whose text a string stands. */
function runOf(label: string, words: string): GlyphRun {
  return pageOf(label).items.find(
    (item): item is GlyphRun => item.kind === 'glyphs' && item.text.includes(words),
  )!;
}

/** A feature, the page and story that show it, and a line there, from its first character to its last. */
const LINES: readonly (readonly [feature: string, page: string, story: string, line: string])[] = [
  // Profiles: the same sentence breaks as each level of prohibition has it.
  ['国标', '10', 'gb', '事：修路、建校、治水。'],
  ['国标: a slash stands at neither edge', '10', 'gb', '文/图都出自他一人之手。'],
  ['基本: a slash may end a line', '10', 'basic', '这张照片作者李明文/'],
  ['严格: …… begins no line', '10', 'strict', '的……如今又添了花生。'],
  ['不避头尾', '10', 'none', '：修路、建校、治水。'],
  ['css-strict', '10', 'css-strict', '～八十元不等。'],
  ['css-normal', '10', 'css-normal', '–天津站一线回来。'],
  ['css-loose', '10', 'css-loose', '：修路、建校、治水。'],
  ['行末半角', '10', 'hangmobanjiao', '（丑）（寅）（卯），各成一对。'],
  ['原样', '10', 'plain', '句末。也占一个字。'],
  ['开明', '08', 'specimen', '同《书名号》）都占半个字，一行'],
  ['半角', '08', 'specimen', '号）、《书名》、句号，都不例外。这'],
  ['空1/8, 行首留空', '09', 'named', '与AGM、5G之间空八分之'],
  ['空1/4', '08', 'specimen', '站、PM2.5之间，这一段空四分'],
  ['行尾悬挂', '09', 'hanging', '没有地方放就悬到版口的外面去，'],
  ['香港', '09', 'hongkong', '他说：「读《论语》。」（《论'],
  ['台湾', '09', 'taiwan', '外单内双：「老师问：『你们读'],
  // Lines.
  ['an address of 246 characters', '11', 'long-address', 'way?page=11&column=1&'],
  ['English is hyphenated', '08', 'specimen', 'international and communi'],
  ['English words in Chinese', '09', 'words', '如international communica'],
  ['text beside a picture', '11', 'beside', '起算：先试挤，后'],
  // GB/T 15834 5.1.
  ['two and three of ？！', '11', 'dashes', '真的？！太好了！！！——他'],
  ['marks in a row', '11', 'dashes', '选）……”“‘彼可取而代也。’”'],
  ['brackets of every kind', '11', 'dashes', '（一）〔二〕【三】［四］｛五｝；'],
  ['连接号', '11', 'dashes', '番-哈密、文/图。'],
  ['four 字 of dots', '10', 'characters', '…………'],
  // Numbers and mixed text.
  ['signs, money, percent', '11', 'numbers', '±0.05毫米、№5、3×4、1/3。'],
  ['ranges, and 9·11', '11', 'numbers', '7个、15%～20%、第1—3版、9·11。'],
  ['model names', '11', 'numbers', 'PM2.5、COVID-19、AGM-12型。'],
  ['a unit of two parts', '08', 'specimen', 'AGM-12型、220V、5kW·h、'],
  ['English by itself', '11', 'quotes', 'tion marks of the English around it.'],
  ['Latin quotes within Chinese', '11', 'quotes', '他在题为“A river runs through it”的讲话里引了'],
  // Lines that run down.
  ['a head and its quotes down', '08', 'specimen', '『国标』怎样排'],
  ['numbers across and turned', '09', 'down', '12345户、1,234元。西文'],
  ['Han numerals', '09', 'down-han', '二六年5月4日，四位的'],
  ['marks and readings down', '09', 'down', '汉字的注音排在右边。'],
  ['a poem down', '10', 'verse-down', '窗含西岭千秋雪，门泊东吴万里船。'],
  ['a poem across', '10', 'verse', '白日依山尽，黄河入海流。'],
  // What newspapers put in lines.
  ['a quotation in Kai', '08', 'specimen', '学而时习之，不亦说乎？'],
  ['notes', '08', 'specimen', '注号缩小，排在字的右上①，'],
  ['marks upon marks', '11', 'marks', '点；屈原有线又有点；“离骚”'],
  // Characters.
  ['names', '11', 'names', '龘、靐、羴、骉、淼、垚、燚。'],
  ['elements', '11', 'names', '𬘬、𬶍、𬟁、𫖯、𨱏、𬺈。'],
  ['other scripts', '11', 'scripts', '腊文：Ω π λ；法文：ç œ ÿ；越南文：ở ữ ệ。'],
];

describe('the specimen shows', () => {
  test.each(LINES)('%s', (_feature, page, story, line) => {
    expect(linesOf(page, story).map(({ text }) => text)).toContain(line);
  });

  test('its address of 246 characters whole, in a column of 13 字', () => {
    const lines = linesOf('11', 'long-address').filter(({ role }) => role === 'paragraph');
    const address = lines.filter(({ paragraph }) => paragraph === lines[0]!.paragraph);
    expect(address.map(({ text }) => text).join('')).toMatch(/^https:\/\/[!-~]{238}$/);
    expect(lines[1]!.measure).toBeCloseTo(13 * 16.8, 3);
  });

  test.each(['𠮷', '䶮', '㛃', '堃', '喆', '犇', '氹'])('%s in the face of its text', (character) => {
    expect(runOf('11', character).face).toBe(runOf('11', '姓名里的字').face);
  });

  test('a mark past the measure where marks hang, and nowhere else', () => {
    const hung = made.pages.flatMap(({ lines }) => lines.filter((line) => line.hung > 0));
    expect(hung.length).toBeGreaterThan(0);
    expect(hung.every(({ block }) => block.startsWith('hanging.'))).toBe(true);
  });

  test('bold as a face of its own, words reversed, an initial of three lines', () => {
    expect(runOf('11', '黑体里的').face).not.toBe(runOf('11', '姓名里的字').face);
    expect(runOf('11', '反白').swatch).toBe('white');
    const initial = linesOf('08', 'specimen').find(({ text }) => text === '版')!;
    expect(initial.box.height).toBeGreaterThan(2 * 17.25);
  });

  test('readings, dots, wavy and straight lines beside the text', () => {
    const readings = pageOf('08').lines.filter(({ role }) => role === 'reading');
    expect(readings.map(({ text }) => text)).toEqual(expect.arrayContaining(['yǎn', 'Běijīng', 'ㄍㄨㄛ']));
    const kinds = new Set(pageOf('08').items.map(({ kind }) => kind));
    expect(kinds).toContain('path');
    expect(kinds).toContain('rule');
  });

  test('a picture that text runs round', () => {
    const picture = pageOf('11').items.find((item): item is Picture => item.kind === 'picture')!;
    const beside = linesOf('11', 'beside').filter(
      ({ baseline }) => baseline > picture.box.y && baseline < picture.box.y + picture.box.height,
    );
    expect(beside.length).toBeGreaterThan(1);
    expect(beside.every(({ box }) => box.x + box.width <= picture.box.x)).toBe(true);
  });
});
