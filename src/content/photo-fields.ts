/** The fields of a photo in an article's front matter → one description of each. */

import { optional, required } from './field-types.ts';

const COLUMNS = { kind: 'whole', min: 1, max: 99 } as const;
const LINES = { kind: 'whole', min: 1, max: 999 } as const;
const PROSE = { kind: 'prose', rows: false } as const;
const TEXT = { kind: 'text', form: 'any' } as const;
const PATH = { kind: 'text', form: 'path' } as const;

export const PHOTO_FIELDS = {
  file: required(
    PATH,
    ['文件'],
    ['图片文件，路径从本期文件夹算起', "The picture's path, from the issue's folder"],
  ),
  caption: optional(PROSE, ['图说'], ['图片说明', 'The caption']),
  'caption-on': optional(
    { kind: 'choice', options: [{ value: 'photo', aliases: ['图', '压图'] }] },
    ['图说位置'],
    ['压图：图说反白，压在图的下边', 'photo: the caption stands reversed on the foot of the picture'],
  ),
  credit: optional(PROSE, ['摄影'], ['摄影者或来源，如“张三 摄”“示意图”', 'Who took it or what it is']),
  alt: optional(TEXT, ['替代文字'], ['给看不到图的读者的文字', 'For who cannot see the picture']),
  columns: optional(COLUMNS, ['栏'], ['宽几个基本栏', 'Width in base columns']),
  lines: optional(LINES, ['行'], ['高几行，图说不算', 'Height in lines of the grid, caption not counted']),
  place: optional(
    {
      kind: 'choice',
      options: [
        { value: 'top-left', aliases: ['左上'] },
        { value: 'top-right', aliases: ['右上'] },
        { value: 'bottom-left', aliases: ['左下'] },
        { value: 'bottom-right', aliases: ['右下'] },
        { value: 'foot', aliases: ['底'] },
      ],
    },
    ['位置'],
    ['放在稿件的哪个角，或排成底部一行', 'The corner of the story where it stands, or its foot'],
  ),
  width: optional(
    { kind: 'shape', form: 'width' },
    ['宽'],
    [
      '绕排图片的宽：8字、30mm、1/2栏；写了，文字就绕着它排',
      'Its width where text runs round it: 8字, 30mm or 1/2栏, a part of a column',
    ],
  ),
  side: optional(
    {
      kind: 'choice',
      options: [
        { value: 'left', aliases: ['左'] },
        { value: 'right', aliases: ['右'] },
        { value: 'center', aliases: ['中'] },
        { value: 'gutter', aliases: ['跨栏'] },
      ],
    },
    ['靠'],
    [
      '绕排图片靠栏的哪一边；跨栏：骑在右边的栏空上',
      'The side of its column at which it stands; gutter: over the gutter at the right of the column',
    ],
  ),
  start: optional(
    { kind: 'shape', form: 'start' },
    ['起'],
    [
      '绕排图片从稿件的第几栏第几行起，如 2:8，题以下从 1 数',
      'The column and line of the story where it begins: 2:8, counted from 1 below the head',
    ],
  ),
  outline: optional(
    { kind: 'shape', form: 'outline' },
    ['轮廓'],
    [
      '绕排的轮廓：圆、椭圆，或各点左起、上起的百分比，如 0 0, 60 0, 100 100',
      'What the text runs round: circle, ellipse, or points in percent from left and top: 0 0, 60 0, 100 100',
    ],
  ),
  focus: optional(
    { kind: 'point' },
    ['焦点'],
    [
      '裁切时保留的点，左起、上起的百分比，如 40% 30%',
      'The point that a crop keeps, from left and top: 40% 30%',
    ],
  ),
  'low-resolution': optional(
    { kind: 'choice', options: [{ value: 'allowed', aliases: ['允许'] }] },
    ['低分辨率'],
    [
      '允许：像素不足印刷所需一半的图片也照登',
      'allowed: goes to the press with less than half the pixels that it takes',
    ],
  ),
} as const;
