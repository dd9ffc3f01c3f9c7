/** A seed → random strings of Chinese newspaper text: Han, marks, numbers, words, blanks. */

const HAN = [...'国家建设发展经济工业园区新闻大会同志们年月日高质量'];
const MARKS = [...'，。、；：？！“”‘’（）〔〕［］｛｝【】〖〗《》〈〉「」『』'];
const SIGNS = [...'·—–～／/-%％‰°℃々‼⁇⁈⁉￥$€№'];
const UNITS = ['——', '……', '？！', '！！！'];
const LATIN = ['AGM', '5G', 'PM2.5', 'well-known', 'it', 'Mr. ', '(a)', 'US$5'];
const NUMBERS = ['2020', '18.7%', '10:30', '1,234', '60', '2020-04-08', '5～7', '-5'];

/** Chinese text alone, whose widths can be compared: Latin and digits are set to other widths on purpose. */
const CHINESE = [
  [6, HAN],
  [6, MARKS],
  [1, ['·', '—', '～', '々', '％', '\u3000']],
  [1, UNITS],
];

const ALL = [
  [8, HAN],
  [6, MARKS],
  [3, SIGNS],
  [1, UNITS],
  [1, LATIN],
  [1, NUMBERS],
  [1, [' ']],
];

/** Numbers from 0 to 1, the same for the same seed (Park–Miller). */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** @param kind 'chinese' or 'all'. */
export function randomString(random, kind) {
  const pools = kind === 'chinese' ? CHINESE : ALL;
  const total = pools.reduce((sum, [weight]) => sum + weight, 0);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const length = 4 + Math.floor(random() * 12);
  const pieces = [];
  while (pieces.length < length) {
    let at = random() * total;
    const pool = pools.find(([weight]) => {
      at -= weight;
      return at < 0;
    });
    pieces.push(pick((pool ?? pools[0])[1]));
  }
  // Han at both ends: what stands at the edges of lines is another matter.
  return `国${pieces.join('').replace(/ +/g, ' ')}国`;
}
