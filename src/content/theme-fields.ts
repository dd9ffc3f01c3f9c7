/** Every field of theme.yaml → its description. */

import { optional, required } from './field-types.ts';
import { KEEP, LAYOUT, PROFILE } from './fields.ts';
import { PRINT_FIELD } from './press-fields.ts';

const TEXT = { kind: 'text', form: 'any' } as const;

export const SWATCH_FIELDS = {
  rgb: required({ kind: 'numbers', count: 3, max: 255 }, [], ['屏幕色，0–255', 'On screen, 0–255']),
  cmyk: required({ kind: 'numbers', count: 4, max: 100 }, [], ['印刷色，0–100%', 'In print, 0–100 %']),
} as const;

export const FIT_FIELDS = {
  step: required(
    {
      kind: 'choice',
      options: [
        { value: 'paragraphs', aliases: ['段落'] },
        { value: 'photos', aliases: ['图片'] },
        { value: 'subhead-space', aliases: ['小标题'] },
        { value: 'head-space', aliases: ['标题空'] },
        { value: 'head-size', aliases: ['标题字号'] },
        { value: 'summary', aliases: ['提要'] },
        { value: 'pullquote', aliases: ['摘句'] },
        { value: 'factbox', aliases: ['资料'] },
        { value: 'filler', aliases: ['补白'] },
      ],
    },
    ['办法'],
    ['让稿件排满的办法', 'What may give so that a story fits'],
  ),
  limit: required(
    { kind: 'whole', min: 0, max: 99 },
    ['限度'],
    [
      '最多改动多少：段落数、行数、字号级数；提要、摘句、资料可删，补白可加，写 1；0 为不许',
      'How much at the most: paragraphs, lines, rungs; 1 lets a block be left out, or a filler be added; 0: none',
    ],
  ),
} as const;

export const THEME_FIELDS = {
  name: optional(TEXT, ['名称'], ['版式名称，供人看', "The theme's name, for people"]),
  hao: required(
    {
      kind: 'choice',
      options: [
        { value: 'word', aliases: [] },
        { value: 'founder', aliases: ['方正'] },
      ],
    },
    ['字号'],
    ['字号按 Word 还是方正', "Whose table of 字号: Word's or Founder's"],
  ),
  profile: optional(
    PROFILE,
    ['排版'],
    [
      '全报按哪套规矩排；styles.css 里写了的照 styles.css',
      'The rules all texts are set by; styles.css goes before',
    ],
  ),
  swatches: required(
    { kind: 'dictionary', fields: SWATCH_FIELDS },
    ['颜色'],
    ['颜色名，各有屏幕色和印刷色', 'Colours by name, for screen and print'],
  ),
  fit: optional(
    { kind: 'list', of: { kind: 'record', fields: FIT_FIELDS } },
    ['排满'],
    ['稿件排满的办法，先用的写在前', 'How stories are made to fit, what is to give first in front'],
  ),
  layout: optional(
    LAYOUT,
    ['编排'],
    [
      '有版块的版按哪种编排检查：传统（不写就是）、板块、关',
      'How pages with blocks are checked: traditional if not given, modular, off',
    ],
  ),
  print: PRINT_FIELD,
  keep: optional(
    KEEP,
    ['不拆'],
    ['本报常用的名称，标题转行时不拆开', 'Names of the paper’s own that no row of a head parts'],
  ),
} as const;
