/** Heads and the width of their rows → where an editor would part them. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParagraphBox } from '../../../src/markup/box.ts';
import { breakIntoRows, evenMeasure, prepareParagraph } from '../../../src/text/index.ts';
import { wordsOf } from '../../../src/text/words.ts';
import { GB, paragraphBox, TABLES } from '../../support/paragraph.ts';

interface Wish extends Partial<ParagraphBox> {
  readonly most?: number;
}

/** The rows of a head set as the themes set it: marks half an em. @param measure 字. */
function rowsOf(text: string, measure: number, { most = 0, ...wishes }: Wish = {}): readonly string[] | null {
  const box = paragraphBox(text, {
    role: 'headline',
    align: 'center',
    profile: { ...GB, marks: 'banjiao' },
    ...wishes,
  });
  const galley = prepareParagraph(box, TABLES);
  const breaks = breakIntoRows(galley, evenMeasure(box, measure * 1000), { most, wanted: box.rowEnds });
  return (
    breaks?.ends.map((to, k) => {
      const from = k === 0 ? 0 : breaks.ends[k - 1]!;
      return text.slice(galley.cells.start[from], galley.cells.start[to]).trim();
    }) ?? null
  );
}

test.each([
  ['天能集团（濮阳）循环经济产业园建成“投产”', 16, '天能集团（濮阳）|循环经济产业园建成“投产”'],
  ['天能集团（濮阳）循环经济产业园建成“投产”', 9, '天能集团（濮阳）|循环经济产业园|建成“投产”'],
  [
    '县农业农村局组织九个小组进村入户指导小麦机收减损，力争颗粒归仓、应收尽收、不误农时',
    37,
    '县农业农村局组织九个小组进村入户指导小麦机收减损，|力争颗粒归仓、应收尽收、不误农时',
  ],
  [
    '县农业农村局组织九个小组进村入户指导小麦机收减损，力争颗粒归仓、应收尽收、不误农时',
    17,
    '县农业农村局组织九个小组|进村入户指导小麦机收减损，|力争颗粒归仓、应收尽收、不误农时',
  ],
  [
    '清河两岸四十六万亩小麦即将开镰收割，烘干机械全部就位',
    24,
    '清河两岸四十六万亩小麦|即将开镰收割，烘干机械全部就位',
  ],
  ['全县四十六万亩小麦今日开镰，九百台收割机下田', 20, '全县四十六万亩小麦今日开镰，|九百台收割机下田'],
  [
    '从一条路、一条河、一台烘干机看全县一年来怎样把群众的一件件小事办到实处',
    32,
    '从一条路、一条河、一台烘干机|看全县一年来怎样把群众的一件件小事办到实处',
  ],
  [
    '从一条路、一条河、一台烘干机看全县一年来怎样把群众的一件件小事办到实处',
    14,
    '从一条路、一条河、一台烘干机|看全县一年来怎样把群众的|一件件小事办到实处',
  ],
  ['让数据多跑路，让群众少跑腿', 12, '让数据多跑路，|让群众少跑腿'],
  ['全市规模以上工业增加值同比增长8.6%', 15, '全市规模以上工业增加值|同比增长8.6%'],
  ['中共濮阳市委十三届八次全会召开', 14, '中共濮阳市委|十三届八次全会召开'],
  ['刘普军主持召开党工委会议', 11, '刘普军主持召开|党工委会议'],
  ['刘普军主持召开党工委会议', 5, '刘普军|主持召开|党工委会议'],
  ['长垣县人民医院门诊大楼开工建设', 14, '长垣县人民医院|门诊大楼开工建设'],
  ['市领导到工业园区调研疫情防控和复工复产工作', 19, '市领导到工业园区调研|疫情防控和复工复产工作'],
  ['我市新增3家国家级专精特新“小巨人”企业', 18, '我市新增3家国家级专精特新|“小巨人”企业'],
  ['老旧小区改造让居民住得舒心', 12, '老旧小区改造|让居民住得舒心'],
  ['《清河志》修订本首发式在县图书馆举行', 14, '《清河志》修订本首发式|在县图书馆举行'],
  [
    '本报记者走访沿河九个村、两个镇、一个开发区，听农民、工人、教师、医生、学生讲他们身边的新变化和新盼头',
    45,
    '本报记者走访沿河九个村、两个镇、一个开发区，|听农民、工人、教师、医生、学生讲他们身边的新变化和新盼头',
  ],
  ['证照办理不出园区，群众办事就在家门口', 14, '证照办理不出园区，|群众办事就在家门口'],
  ['一根网线连起山里山外', 9, '一根网线连起|山里山外'],
  ['第十七届油菜花节开幕 15万游客走进花海', 17, '第十七届油菜花节开幕|15万游客走进花海'],
  ['C919大型客机首次飞抵郑州', 11, 'C919大型客机|首次飞抵郑州'],
  ['阿卜杜拉·买买提的新生活', 9, '阿卜杜拉·买买提的|新生活'],
  ['县委书记张志强到柳林镇督导防汛工作', 16, '县委书记张志强|到柳林镇督导防汛工作'],
  ['今年以来全县新建改建农村公路126公里', 15, '今年以来全县新建|改建农村公路126公里'],
  ['市人大常委会主任会议听取审议意见落实情况汇报', 20, '市人大常委会主任会议|听取审议意见落实情况汇报'],
  ['濮阳县庆祖镇：小辣椒串起“红火”产业链', 15, '濮阳县庆祖镇：|小辣椒串起“红火”产业链'],
  ['全县政务服务事项“最多跑一次”改革取得实效', 19, '全县政务服务事项|“最多跑一次”改革取得实效'],
  ['我国首台高温气冷堆核电站示范工程投入商业运行', 20, '我国首台高温气冷堆核电站|示范工程投入商业运行'],
  ['退休教师陈守义三十年义务守护清河', 15, '退休教师陈守义|三十年义务守护清河'],
  ['“五一”假期全市接待游客320.5万人次', 15, '“五一”假期全市|接待游客320.5万人次'],
  ['三夏时节，农机手奔忙在麦田', 12, '三夏时节，|农机手奔忙在麦田'],
  ['聚焦主责主业 服务发展大局', 12, '聚焦主责主业|服务发展大局'],
  ['——写在工业园区成立十周年之际', 14, '——写在工业园区|成立十周年之际'],
  ['用心用情用力解决好群众急难愁盼问题', 12, '用心用情用力|解决好群众急难愁盼问题'],
  ['从“一条鱼”到“一桌菜”：清河渔业的三次转身', 17, '从“一条鱼”到“一桌菜”：|清河渔业的三次转身'],
  [
    '习近平总书记关于黄河流域生态保护和高质量发展的重要论述',
    25,
    '习近平总书记关于黄河流域生态保护|和高质量发展的重要论述',
  ],
])('%s in rows of %i 字', (text, measure, rows) => {
  expect(rowsOf(text, measure)?.join('|')).toBe(rows);
});

describe('rows', () => {
  test('one row where it fits: words are not asked for', () => {
    expect(rowsOf('全县小麦今日开镰', 8)).toEqual(['全县小麦今日开镰']);
  });

  test('a last row of one or two characters is avoided', () => {
    expect(rowsOf('清河两岸小麦开镰', 7)).toEqual(['清河两岸', '小麦开镰']);
  });

  test('where something is longer than a row, running text has to find a way', () => {
    expect(rowsOf('看ABCDEFGHIJKLMNOPQRSTUVWXYZ', 8)).toBeNull();
    expect(rowsOf('', 8)).toBeNull();
  });

  test('no longer than a head: running text is not weighed word by word', () => {
    expect(rowsOf('麦'.repeat(201), 20)).toBeNull();
  });

  test('of no more rows than there may be, if that many are enough', () => {
    const text = '证照办理不出园区，群众办事就在家门口';
    expect(rowsOf(text, 8)).toHaveLength(4);
    expect(rowsOf(text, 8, { most: 3 })).toHaveLength(3);
  });
});

describe('rows that an editor parts', () => {
  const text = '三十年守着一座水库';

  test('end where he does, however uneven', () => {
    expect(rowsOf(text, 20, { rowEnds: [3] })).toEqual(['三十年', '守着一座水库']);
    expect(rowsOf(text, 20, { rowEnds: [8] })).toEqual(['三十年守着一座水', '库']);
    expect(rowsOf(text, 20, { rowEnds: [3, 5] })).toEqual(['三十年', '守着', '一座水库']);
  });

  test('are parted once more where they are too long', () => {
    expect(rowsOf(text, 5, { rowEnds: [3] })).toEqual(['三十年', '守着', '一座水库']);
  });
});

describe('names kept', () => {
  const text = '省道清河新区段改造工程今日通车';
  const name = '清河新区段改造工程';

  test('no row parts one', () => {
    const at = text.indexOf(name);
    const kept = [{ start: at, end: at + name.length }];
    const whole = rowsOf(text, 12, { kept })!;
    expect(whole.some((row) => row.includes(name))).toBe(true);
    // Against: without it the balance wins.
    expect(rowsOf(text, 9)!.some((row) => row.includes(name))).toBe(false);
  });
});

const PIECES = [
  '春风送暖',
  '全市',
  '召开',
  '新增',
  '增长3.2%',
  '面积46.8万亩',
  '接待320万人次',
  '十三届',
  '“四个第一”',
  '，',
  '、',
  '：',
  ' ',
  'AGM',
  'C919',
  '张晓东',
  '天能集团',
  '建设',
  '农村公路',
  '的',
  '和',
  '在',
  '高质量发展',
  '《清河志》',
  '全长126公里',
  '第17届',
];
const anyHead = fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 14 }).map((p) => p.join(''));
const SEED = { seed: 20200408, numRuns: 400 };

describe('any head', () => {
  test('is set whole, the same twice, in rows that fit', () => {
    fc.assert(
      fc.property(anyHead, fc.integer({ min: 6, max: 20 }), (text, measure) => {
        const rows = rowsOf(text, measure);
        if (rows === null) return;
        expect(rows.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
        expect(rowsOf(text, measure)).toEqual(rows);
      }),
      SEED,
    );
  });

  test('no row parts a kept name or a number', () => {
    fc.assert(
      fc.property(anyHead, anyHead, fc.integer({ min: 7, max: 20 }), (before, behind, measure) => {
        const name = '柳林镇卫生院';
        const text = `${before}${name}46.8%，${behind}`;
        const at = before.length;
        const rows = rowsOf(text, measure, { kept: [{ start: at, end: at + name.length }] });
        if (rows === null) return;
        expect(rows.filter((row) => row.includes(name))).toHaveLength(1);
        expect(rows.some((row) => row.includes('46.8%'))).toBe(true);
        for (const row of rows.slice(1)) expect(row).not.toMatch(/^[.%]|^万亩|^万人次|^公里|^届/);
      }),
      SEED,
    );
  });
});

test('words: the likeliest, with numbers, Latin and marks by themselves', () => {
  const words = (text: string): string =>
    wordsOf(text)
      .map((word) => word.text)
      .join('|');
  expect(words('南京市长江大桥')).toBe('南京市|长江大桥');
  expect(words('增长3.2%，AGM电池')).toBe('增长|3.2%|，|AGM|电池');
  expect(words('𠮷')).toBe('𠮷');
  expect(words('乡村振兴')).toBe('乡村振兴');
  expect(words('')).toBe('');
});
