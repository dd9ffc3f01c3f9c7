/**
 * Every field of issue.yaml, of a page, of an article's front matter and of a theme → one description, from
 * which they are checked, and from which the published JSON Schema is made.
 */

import { message } from '../diagnostics.ts';
import type { Field, FieldType } from './field-types.ts';

/** The most a number of columns or lines may be: more than any page has. */
const COLUMNS = { kind: 'whole', min: 1, max: 99 } as const;
const LINES = { kind: 'whole', min: 1, max: 999 } as const;
const PROSE = { kind: 'prose' } as const;
const TEXT = { kind: 'text', form: 'any' } as const;
const PATH = { kind: 'text', form: 'path' } as const;
const NAME = { kind: 'text', form: 'name' } as const;

const SWITCH = {
  kind: 'choice',
  options: [
    { value: 'on', aliases: ['开'] },
    { value: 'off', aliases: ['关'] },
  ],
} as const;

type Doc = readonly [zh: string, en: string];

function optional<const T extends FieldType>(type: T, aliases: readonly string[], [zh, en]: Doc): Field<T> {
  return { type, required: false, aliases, doc: message(zh, en) };
}

function required<const T extends FieldType>(type: T, aliases: readonly string[], doc: Doc): Field<T> {
  return { ...optional(type, aliases, doc), required: true };
}

export const PHOTO_FIELDS = {
  file: required(
    PATH,
    ['文件'],
    ['图片文件，路径从本期文件夹算起', "The picture's path, from the issue's folder"],
  ),
  caption: optional(PROSE, ['图说'], ['图片说明', 'The caption']),
  credit: optional(PROSE, ['摄影'], ['摄影者或来源，如“张三 摄”“示意图”', 'Who took it or what it is']),
  alt: optional(
    TEXT,
    ['替代文字'],
    ['给看不到图的读者的文字', 'What the picture shows, for who cannot see it'],
  ),
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
  focus: optional(
    { kind: 'point' },
    ['焦点'],
    [
      '裁切时保留的点，左起、上起的百分比，如 40% 30%',
      'The point that a crop keeps, from left and top: 40% 30%',
    ],
  ),
} as const;

export const ARTICLE_FIELDS = {
  kicker: optional(PROSE, ['引题'], ['引题（肩题）', 'The kicker above the headline']),
  headline: optional(PROSE, ['主题', '标题'], ['主题，即大标题', 'The headline']),
  deck: optional(PROSE, ['副题'], ['副题', 'The deck under the headline']),
  summary: optional(PROSE, ['提要'], ['提要题', 'A summary under the head']),
  byline: optional(PROSE, ['作者', '署名'], ['作者，如“本报记者 李振涛 文/图”', 'The byline']),
  dateline: optional(PROSE, ['消息头'], ['消息头，如“本报讯”', 'The dateline in front of the text']),
  photos: optional(
    { kind: 'list', of: { kind: 'record', fields: PHOTO_FIELDS } },
    ['图片'],
    ['本稿的图片', 'The pictures of this article'],
  ),
  signoff: optional(PROSE, ['文尾署名'], ['文尾署名', 'The sign-off behind the text']),
  id: optional(NAME, ['编号'], ['稿件编号，默认是文件名', "The article's id; its file name if not given"]),
  priority: optional(
    { kind: 'whole', min: 0, max: 99 },
    ['优先级'],
    ['重要程度，大的在前', 'Its weight; the greater comes first'],
  ),
  corrections: optional(
    { kind: 'list', of: TEXT },
    ['更正', '勘正'],
    ['对原稿做过的改正，一条一句，不印出', 'What was mended against the source, a sentence each; not set'],
  ),
  normalize: optional(
    SWITCH,
    ['规范化'],
    ['标点、引号、数字的规范化，off 为关', 'Normalising of marks, quotes and digits; off switches it off'],
  ),
} as const;

export const PAGE_FIELDS = {
  label: required(PROSE, ['版序'], ['版序，如 05、A3', 'The label of the page as printed: 05, A3']),
  section: optional(PROSE, ['版名'], ['版名', "The section's name"]),
  template: required(NAME, ['模板'], ['版面模板的名字', 'The name of the page template']),
  articles: required(
    { kind: 'list', of: PATH },
    ['稿件'],
    ['稿件文件，路径从本期文件夹算起', "The articles' paths, from the issue's folder"],
  ),
} as const;

export const ISSUE_FIELDS = {
  paper: optional(PROSE, ['报名'], ['报纸名称', 'The name of the paper']),
  date: required(
    { kind: 'text', form: 'date' },
    ['日期'],
    ['出版日期，如 2020-04-08', 'The date: 2020-04-08'],
  ),
  theme: required(
    PATH,
    ['主题风格', '版式'],
    [
      'templates/ 下的文件夹名，或本期文件夹里的路径',
      "A folder under templates/, or a path in the issue's folder",
    ],
  ),
  pages: required(
    { kind: 'list', of: { kind: 'record-or-path', fields: PAGE_FIELDS } },
    ['版面'],
    ['各版，或各版文件的路径', 'The pages, or the paths of files with one page each'],
  ),
  id: optional(
    NAME,
    ['编号'],
    ['本期编号，默认是文件夹名', "The issue's id; its folder's name if not given"],
  ),
  fonts: optional(PATH, ['字体'], ['本报自己的字体文件夹', "A folder with the paper's own fonts"]),
  normalize: ARTICLE_FIELDS.normalize,
} as const;

export const SWATCH_FIELDS = {
  rgb: required({ kind: 'numbers', count: 3, max: 255 }, [], ['屏幕色，0–255', 'On screen, 0–255']),
  cmyk: required({ kind: 'numbers', count: 4, max: 100 }, [], ['印刷色，0–100%', 'In print, 0–100 %']),
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
  swatches: required(
    { kind: 'dictionary', fields: SWATCH_FIELDS },
    ['颜色'],
    ['颜色名，各有屏幕色和印刷色', 'Colours by name, for screen and print'],
  ),
} as const;
