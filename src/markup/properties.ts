/**
 * The properties of styles.css: for each what it takes, what it is without a declaration, where it applies.
 *
 * The names are CSS's where CSS has the thing, the trade's where it has not. An inherited property may be
 * declared anywhere; the others only on the elements that have a use for them.
 */

import { message } from '../diagnostics.ts';
import type { Align, FigureBox, HeadBox, PanelBox, RuleStyle, Stroke } from './box.ts';
import { type ElementName, OPTIONAL, PARAGRAPHS } from './elements.ts';
import { PROFILE_PROPERTIES, type ProfileStyle, type Property } from './profile-properties.ts';
import {
  readBackground,
  readBorder,
  readColumnRule,
  readCropLimit,
  readInitial,
  readRule,
  readSizes,
  readTrim,
  readWeight,
} from './readers.ts';
import {
  count,
  families,
  type Length,
  length,
  lengths,
  oneOf,
  readSwatch,
  single,
  wholeLines,
} from './values.ts';

/** All properties of one element. Lengths are resolved when boxes are built: they need the page's grid. */
export interface Style extends ProfileStyle {
  readonly size: readonly Length[] | null;
  readonly columns: number | null;
  readonly 'column-chars': number | null;
  readonly 'column-gutter': Length;
  readonly 'body-size': Length | null;
  readonly 'line-pitch': Length | null;
  readonly 'margin-top': Length | null;
  readonly lines: number;
  readonly 'font-family': readonly string[];
  readonly 'font-weight': number;
  readonly 'font-size': readonly Length[];
  readonly color: string;
  readonly 'letter-spacing': readonly Length[];
  readonly 'space-width': Length;
  readonly 'text-align': Align;
  readonly 'text-indent': Length;
  readonly 'writing-mode': 'horizontal-tb' | 'vertical-rl';
  readonly 'row-pitch': Length;
  readonly orphans: number;
  readonly widows: number;
  readonly 'initial-letter': number;
  readonly 'max-rows': number;
  readonly inset: readonly Length[];
  readonly 'space-before': number;
  readonly 'space-after': number;
  readonly 'keep-with-next': number;
  readonly gap: Length;
  readonly side: HeadBox['side'];
  readonly 'vertical-align': PanelBox['align'];
  readonly frame: RuleStyle | null;
  readonly 'border-radius': Length;
  readonly 'column-rule': RuleStyle | null;
  readonly leader: RuleStyle | null;
  readonly border: Stroke | null;
  readonly background: string | null;
  readonly space: number;
  readonly 'wrap-gap': Length;
  readonly 'caption-side': FigureBox['captionSide'];
  readonly 'crop-limit': number;
  readonly 'rule-line': number;
  readonly rule: RuleStyle | null;
}

export type PropertyName = keyof Style;

const PAGE: readonly ElementName[] = ['page'];
const ZERO: Length = { value: 0, unit: 'pt' };

export const PROPERTIES: { readonly [K in PropertyName]: Property<Style[K]> } = {
  // The page and its grid. The type area is centred from left to right.
  size: {
    read: readTrim,
    initial: null,
    on: PAGE,
    takes: message(
      'broadsheet、tabloid，或宽和高，如 390mm 540mm',
      'broadsheet, tabloid, or width and height: 390mm 540mm',
    ),
  },
  columns: {
    read: count(1),
    initial: null,
    on: ['page', 'head'],
    takes: message('基本栏的栏数', 'the number of base columns'),
  },
  'column-chars': {
    read: count(4),
    initial: null,
    on: PAGE,
    takes: message('一栏的字数，至少 4', '字 a column, at least 4'),
  },
  'column-gutter': {
    read: length(['字']),
    initial: { value: 1, unit: '字' },
    on: PAGE,
    takes: message('栏空，如 2字', 'the gutter: 2字'),
  },
  'body-size': {
    read: length(['pt', 'mm']),
    initial: null,
    on: PAGE,
    takes: message('正文字号，如 五号、10.5pt', 'the size of body text: 五号, 10.5pt'),
  },
  'line-pitch': {
    read: length(['pt', 'mm']),
    initial: null,
    on: PAGE,
    takes: message('一行的高，如 16pt', 'the height of a line: 16pt'),
  },
  'margin-top': {
    read: length(['pt', 'mm']),
    initial: null,
    on: PAGE,
    takes: message('天头，如 24mm', 'the top margin: 24mm'),
  },
  lines: {
    read: count(),
    initial: 0,
    on: ['page', 'folio', ...PARAGRAPHS],
    takes: message('占几行，整数', 'how many lines of the grid it takes, a whole number'),
  },

  // Characters.
  'font-family': {
    read: families,
    initial: [],
    on: null,
    takes: message('字体，如 宋；或几种，如 宋, 黑', 'a family or several: 宋, 黑'),
  },
  'font-weight': {
    read: readWeight,
    initial: 400,
    on: null,
    takes: message('100–900、normal、bold', '100–900, normal, bold'),
  },
  'font-size': {
    read: readSizes,
    initial: [{ value: 1, unit: '字' }],
    on: null,
    takes: message(
      '字号，如 五号、12pt；标题可以从大到小排几个，如 84pt 72pt 63pt',
      'a size: 五号, 12pt; for heads several, largest first: 84pt 72pt 63pt',
    ),
  },
  color: {
    read: single(readSwatch),
    initial: 'black',
    on: null,
    takes: message('theme.yaml 里颜色的名字', 'the name of a colour of theme.yaml'),
  },
  'letter-spacing': {
    read: lengths(['em', 'pt', 'mm', '字'], 1, 2, true),
    initial: [ZERO],
    on: null,
    takes: message(
      '字间加的空，如 0.2em；标题可以再写一个限度，如 0 -0.05em',
      'space added between characters: 0.2em; for heads a limit may follow: 0 -0.05em',
    ),
  },
  'space-width': {
    read: length(['em', '字', 'pt', 'mm']),
    initial: ZERO,
    on: null,
    takes: message('空格的宽，如 1em；0 为字体原样', 'the width of a space: 1em; 0 leaves it as in the font'),
  },
  'text-align': {
    read: oneOf(['justify', 'justify-all', 'left', 'center', 'right']),
    initial: 'justify',
    on: null,
    takes: message('justify、justify-all、left、center、right', 'justify, justify-all, left, center, right'),
  },
  'text-indent': {
    read: length(['字', 'em', 'pt', 'mm']),
    initial: ZERO,
    on: null,
    takes: message('首行缩进，如 2字', 'the indent of the first line: 2字'),
  },
  ...PROFILE_PROPERTIES,
  'writing-mode': {
    read: oneOf(['horizontal-tb', 'vertical-rl']),
    initial: 'horizontal-tb',
    on: null,
    takes: message('horizontal-tb 横排、vertical-rl 竖排', 'horizontal-tb, vertical-rl'),
  },
  'row-pitch': {
    read: length(['em', 'pt', 'mm', '行']),
    initial: { value: 1.25, unit: 'em' },
    on: null,
    takes: message('不在网格上的行的行距，如 1.2em', 'row to row where rows are not on the grid: 1.2em'),
  },
  orphans: {
    read: count(1),
    initial: 1,
    on: null,
    takes: message('栏尾至少几行', 'the fewest lines at the foot of a column'),
  },
  widows: {
    read: count(1),
    initial: 1,
    on: null,
    takes: message('栏头至少几行', 'the fewest lines at the head of a column'),
  },

  // Blocks.
  'initial-letter': {
    read: readInitial,
    initial: 0,
    on: ['p'],
    takes: message(
      '首字占几行：normal，或从 2 起的整数',
      'the lines of the first character: normal, or 2 and more',
    ),
  },
  'max-rows': {
    read: count(),
    initial: 0,
    on: PARAGRAPHS,
    takes: message('最多几排，0 不限', 'the most rows, 0 for any'),
  },
  inset: {
    read: lengths(['字', 'em', 'pt', 'mm'], 1, 2),
    initial: [ZERO],
    on: PARAGRAPHS,
    takes: message(
      '左右缩进，如 2字；或左、右，如 2字 1字',
      'space at both sides: 2字, or start and end: 2字 1字',
    ),
  },
  'space-before': {
    read: wholeLines,
    initial: 0,
    on: ['head', 'table', ...OPTIONAL, ...PARAGRAPHS],
    takes: message('上空几行，整数，如 1行', 'blank lines above, a whole number: 1行'),
  },
  'space-after': {
    read: wholeLines,
    initial: 0,
    on: ['head', 'table', ...OPTIONAL, ...PARAGRAPHS],
    takes: message('下空几行，整数，如 1行', 'blank lines below, a whole number: 1行'),
  },
  'keep-with-next': {
    read: count(),
    initial: 0,
    on: PARAGRAPHS,
    takes: message('后面至少跟几行正文', 'how many lines of the next block must follow in the column'),
  },
  gap: {
    read: length(['行', '字', 'pt', 'mm']),
    initial: ZERO,
    on: ['head', 'left', 'center', 'right', 'panel', 'table', 'tr', ...OPTIONAL],
    takes: message('各部分之间的空，如 1.25行、2字', 'the space between its parts: 1.25行, 2字'),
  },

  // Heads at a side, in a panel.
  side: {
    read: oneOf(['above', 'below', 'left', 'right', 'middle', 'corner', 'within']),
    initial: 'above',
    on: ['head'],
    takes: message(
      'above 盖文题、below 题在首图下、left 左题、right 右题、middle 眉心题、corner 串文题、within 文包题',
      'above, below (under the first picture), left, right, middle, corner, within',
    ),
  },
  background: {
    read: readBackground,
    initial: null,
    on: ['head', 'reverse', 'story', 'panel', 'text', 'caption'],
    takes: message('none，或 theme.yaml 里颜色的名字', 'none, or the name of a colour of theme.yaml'),
  },

  // Blocks with a place of their own, their frames.
  'vertical-align': {
    read: oneOf(['top', 'middle', 'bottom', 'spread']),
    initial: 'top',
    on: ['panel'],
    takes: message('top 靠上、middle 居中、bottom 靠下、spread 拉开', 'top, middle, bottom, spread'),
  },
  frame: {
    read: readRule,
    initial: null,
    on: ['story', 'panel'],
    takes: message(
      'none，或线的名字和颜色，如 正线 black、文武线 red、回纹 red；自己的花边写 ornament("border.svg") 8pt',
      'none, or the name of a rule and a colour: 正线 black, 文武线 red, 回纹 red; your own 花边: ornament("border.svg") 8pt',
    ),
  },
  'border-radius': {
    read: length(['字', 'pt', 'mm']),
    initial: ZERO,
    on: ['story', 'panel'],
    takes: message('框和底纹的圆角，如 3mm', 'the radius of the corners of its frame and tint: 3mm'),
  },
  'column-rule': {
    read: readColumnRule,
    initial: null,
    on: null,
    takes: message(
      'none，或线的名字和颜色，如 正线 k50、点线 black（花边除外）',
      'none, or the name of a rule, 花边 excepted, and a colour: 正线 k50, 点线 black',
    ),
  },

  // Figures.
  border: {
    read: readBorder,
    initial: null,
    on: ['figure', 'head'],
    takes: message('none，或线宽和颜色，如 0.3pt k50', 'none, or width and colour: 0.3pt k50'),
  },
  space: {
    read: wholeLines,
    initial: 1,
    on: ['figure'],
    takes: message('图与文字之间空几行，如 1行', 'blank lines between it and the text: 1行'),
  },
  'wrap-gap': {
    read: length(['字', 'pt', 'mm']),
    initial: { value: 1, unit: '字' },
    on: ['figure'],
    takes: message('绕排时图与两边文字的空，如 1字', 'the space to the text that runs round it: 1字'),
  },
  'caption-side': {
    read: oneOf(['below', 'photo']),
    initial: 'below',
    on: ['figure'],
    takes: message('below 图说在图下、photo 压图', 'below the picture, or photo: on its foot'),
  },
  'crop-limit': {
    read: readCropLimit,
    initial: 0.1,
    on: ['figure'],
    takes: message(
      '每边最多裁掉多少，小于 50%，如 10%',
      'the most that a crop may take off a side, below 50%: 10%',
    ),
  },

  leader: {
    read: readColumnRule,
    initial: null,
    on: ['table'],
    takes: message(
      'none，或线的名字和颜色（花边除外），如 点线 black',
      'none, or the name of a rule, 花边 excepted, and a colour: 点线 black',
    ),
  },

  // The folio.
  'rule-line': {
    read: count(),
    initial: 0,
    on: ['folio'],
    takes: message('线在第几行的底', 'the line at whose foot the rule stands'),
  },
  rule: {
    read: readRule,
    initial: null,
    on: ['folio', 'rule', 'table', 'tr', ...OPTIONAL],
    takes: message(
      'none；正线、反线、双线、文武线、点线、波纹线、连珠、回纹、花瓣加颜色，如 文武线 black；或自己写，如 2pt black 1.5pt 0.5pt black；自己的花边写 ornament("border.svg") 8pt',
      'none; 正线, 反线, 双线, 文武线, 点线, 波纹线, 连珠, 回纹, 花瓣 and a colour: 文武线 black; or strokes: 2pt black 1.5pt 0.5pt black; your own 花边: ornament("border.svg") 8pt',
    ),
  },
};

export const PROPERTY_NAMES = Object.keys(PROPERTIES) as readonly PropertyName[];
