/**
 * Code points that look like a Han character and are none → the character.
 *
 * Text copied out of a PDF or an old code page holds them: radicals (⽂ U+2F42 for 文, ⻓ U+2ED3 for 长) and
 * compatibility ideographs (U+F90A for 金). No search finds them, and few fonts have them. The equivalents are
 * Unicode's: UnicodeData.txt for the first 214 radicals and the ideographs, EquivalentUnifiedIdeograph.txt for
 * the radicals that are a whole character of today's text; 亻, 氵 and their like stay what they are.
 */

import type { Change } from './change.ts';

const RADICALS = '⺟⺠⻄⻅⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳';
const CHARACTERS = [...'母民西见贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟'];

const LOOK_ALIKES = new RegExp(`([\\u2F00-\\u2FD5${RADICALS}])|[\\uF900-\\uFAD9\\u{2F800}-\\u{2FA1D}]`, 'gu');

export function lookAlikes(text: string): Change[] {
  return [...text.matchAll(LOOK_ALIKES)]
    .map(({ 0: c, 1: radical, index }) => ({
      from: index,
      to: index + c.length,
      // The twelve ideographs of the compatibility block that are characters of their own, 﨑, stay.
      text: CHARACTERS[RADICALS.indexOf(c)] ?? c.normalize('NFKC'),
      kind: radical === undefined ? 'compatibility-han' : 'radical',
    }))
    .filter((change) => change.text !== text.slice(change.from, change.to));
}
