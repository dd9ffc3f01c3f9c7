/** The fields under `print` of issue.yaml, house.yaml and theme.yaml → their description. */

import { optional } from './field-types.ts';

export const PRESS_FIELDS = {
  preset: optional(
    {
      kind: 'choice',
      options: [
        { value: 'newsprint', aliases: ['新闻纸'] },
        { value: 'offset', aliases: ['胶印'] },
      ],
    },
    ['方式'],
    [
      '印刷方式：新闻纸（不出血，240%，200 ppi）、胶印（出血 3 毫米，300%，300 ppi，带标记）',
      'newsprint: no bleed, 240 %, 200 ppi; offset: 3 mm of bleed, 300 %, 300 ppi, with marks',
    ],
  ),
  bleed: optional({ kind: 'whole', min: 0, max: 20 }, ['出血'], ['出血，毫米', 'Bleed in mm']),
  'ink-limit': optional(
    { kind: 'whole', min: 150, max: 400 },
    ['总墨量'],
    ['总墨量上限，四色合计，%', 'The most ink in one place, % of all four'],
  ),
  resolution: optional(
    { kind: 'whole', min: 72, max: 600 },
    ['分辨率'],
    ['图片按成品大小的分辨率，ppi', 'Pixels an inch of photos at their size on the page'],
  ),
  marks: optional(
    {
      kind: 'choice',
      options: [
        { value: 'on', aliases: ['开'] },
        { value: 'off', aliases: ['关'] },
      ],
    },
    ['标记'],
    [
      '裁切线、套准线、色标和注记行，开或关',
      'Crop and registration marks, colour bar and slug line: on or off',
    ],
  ),
  icc: optional(
    { kind: 'text', form: 'path' },
    ['特性文件'],
    [
      '印刷厂给的 ICC 特性文件，路径从本文件所在的文件夹算起',
      "The printer's ICC profile, its path from the folder of this file",
    ],
  ),
} as const;

export const PRINT_FIELD = optional(
  { kind: 'record', fields: PRESS_FIELDS },
  ['印刷'],
  [
    '印刷用 PDF 怎么做；issue.yaml 先于 house.yaml，house.yaml 先于 theme.yaml',
    'How the press PDF is made; issue.yaml goes before house.yaml, and that before theme.yaml',
  ],
);
