/** The options of a profile: no two values of one give the same lines. */

import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../src/markup/box.ts';
import { GB, setText } from '../../support/paragraph.ts';

const VALUES: { readonly [K in keyof Profile]: readonly Profile[K][] } = {
  prohibition: ['gb', 'basic', 'strict', 'none', 'css-strict', 'css-normal', 'css-loose'],
  marks: ['quanjiao', 'kaiming', 'hangmobanjiao', 'banjiao', 'plain'],
  region: ['mainland', 'hongkong', 'taiwan'],
  autospace: [0, 125, 250],
  trimStart: [true, false],
  hanging: [false, true],
  keepAll: [false, true],
};

/** What every option has to do with: all kinds of marks, numbers, connectors, units. */
const TEXT =
  '问了三遍。答了三遍。记了三遍。都不作数！还要再问“一遍”（再答）一遍——再说——一遍……再记……一遍。' +
  '3月4日到5月6日的9天里，7人来了8趟，甲/乙/丙，六路人马，北京—上海—天津，南京～苏州，吐鲁番–哈密–敦煌，' +
  '卡尔·马克思、弗里德里希·恩格斯：路上都要走，一站也不少。本报记者 李振涛 张敬勇 通讯员 吴峰《路》（上）《路》（下）。';

const MEASURES = Array.from({ length: 17 }, (_, k) => 6 + k / 2);

function linesBy(profile: Profile): string {
  const lines = MEASURES.flatMap((measure) => setText(TEXT, measure, { profile }).texts);
  expect(lines.join('')).toBe(TEXT.repeat(MEASURES.length));
  return lines.join('\n');
}

describe.each(Object.keys(VALUES) as (keyof Profile)[])('%s', (option) => {
  const lines = VALUES[option].map((value) => [value, linesBy({ ...GB, [option]: value })] as const);
  const pairs = lines.flatMap(([a, first], k) =>
    lines.slice(k + 1).map(([b, second]) => ({ a, b, isSame: first === second })),
  );
  it.each(pairs)('$a and $b', ({ isSame }) => {
    expect(isSame).toBe(false);
  });
});
