/**
 * Every field of issue.yaml, of a page and of an article's front matter → one description, from
 * which they are checked, and from which the published JSON Schema is made.
 */

import { optional, required } from './field-types.ts';
import { HOUSE_FIELDS } from './house-fields.ts';
import { PHOTO_FIELDS } from './photo-fields.ts';
import { PRINT_FIELD } from './press-fields.ts';
import { PROFILE_WORDS } from './profile-words.ts';

/** The most a number of columns or lines may be: more than any page has. */
const COLUMNS = { kind: 'whole', min: 1, max: 99 } as const;
const PROSE = { kind: 'prose', rows: false } as const;
const HEAD = { kind: 'prose', rows: true } as const;
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

export const PROFILE = { kind: 'words', options: PROFILE_WORDS } as const;

const FACTBOX_FIELDS = {
  title: optional(PROSE, ['标题'], ['资料框的标题', 'Its head']),
  items: required({ kind: 'list', of: PROSE }, ['条目'], ['一条一段', 'A paragraph an item']),
} as const;

export const ARTICLE_FIELDS = {
  kicker: optional(HEAD, ['引题'], ['引题（肩题）', 'The kicker above the headline']),
  headline: optional(HEAD, ['主题', '标题'], ['主题，即大标题', 'The headline']),
  deck: optional(HEAD, ['副题'], ['副题', 'The deck under the headline']),
  summary: optional(PROSE, ['提要'], ['提要题', 'A summary under the head']),
  pullquote: optional(
    HEAD,
    ['摘句'],
    ['从正文摘出的一句，排在正文中间', 'A sentence out of the text, set in its midst'],
  ),
  factbox: optional(
    { kind: 'record', fields: FACTBOX_FIELDS },
    ['资料'],
    ['附在文后的资料框', 'A box of facts behind the text'],
  ),
  filler: optional(
    PROSE,
    ['补白'],
    ['稿件短了才排的补白', 'A few words that are set only where the story is short'],
  ),
  byline: optional(PROSE, ['作者', '署名'], ['作者，如“本报记者 李振涛 文/图”', 'The byline']),
  dateline: optional(PROSE, ['消息头'], ['消息头，如“本报讯”', 'The dateline in front of the text']),
  photos: optional(
    { kind: 'list', of: { kind: 'record', fields: PHOTO_FIELDS } },
    ['图片'],
    ['本稿的图片', 'The pictures of this article'],
  ),
  signoff: optional(PROSE, ['文尾署名'], ['文尾署名', 'The sign-off behind the text']),
  id: optional(NAME, ['编号'], ['稿件编号，默认是文件名', "The article's id; its file name if not given"]),
  jump: optional(PROSE, ['转版题'], ['转到另一版后用的短标题', 'The short head where the story goes on']),
  priority: optional(
    { kind: 'whole', min: 0, max: 99 },
    ['优先级'],
    ['重要程度，大的在前', 'Its weight; the greater comes first'],
  ),
  profile: optional(
    PROFILE,
    ['排版'],
    [
      '正文按哪套规矩排，几个词用空格隔开，如“严格 开明”；不写的照版式',
      'The rules the body is set by, several words with blanks between: strict kaiming; else the theme’s',
    ],
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

const INDEX_ITEM_FIELDS = {
  article: required(PATH, ['稿件'], ['稿件文件或编号', 'The article, by its path or its id']),
  title: optional(
    PROSE,
    ['标题'],
    ['导读里的说法，不写就用主题', 'Its words in the index; else its headline'],
  ),
} as const;

export const BLOCK_FIELDS = {
  kind: optional(
    {
      kind: 'choice',
      options: [
        { value: 'story', aliases: ['稿件'] },
        { value: 'masthead', aliases: ['报头'] },
        { value: 'index', aliases: ['导读'] },
        { value: 'band', aliases: ['栏题'] },
        { value: 'banner', aliases: ['通栏题'] },
        { value: 'ad', aliases: ['广告'] },
        { value: 'staff', aliases: ['责编'] },
        { value: 'imprint', aliases: ['报尾'] },
        { value: 'rule', aliases: ['线'] },
        { value: 'reserved', aliases: ['待补'] },
      ],
    },
    ['类型'],
    [
      '这一块是什么：稿件（不写就是）、报头、导读、栏题、通栏题、广告、责编、报尾、线、待补',
      'What the block is: a story if not given, masthead, index, band, banner, ad, staff, imprint, rule, reserved',
    ],
  ),
  article: optional(
    PATH,
    ['稿件'],
    ['稿件文件，路径从本期文件夹算起', "The article, from the issue's folder"],
  ),
  columns: optional({ kind: 'range', max: 99 }, ['栏'], ['占哪几栏，如 1-5', 'The base columns: 1-5']),
  lines: optional(
    { kind: 'range', max: 999 },
    ['行'],
    ['占哪几行，如 18-57', 'The lines of the grid: 18-57'],
  ),
  height: optional(
    { kind: 'whole', min: 1, max: 999 },
    ['高'],
    [
      '分高（share）的版上这一块占几行，不写就由程序分',
      'On a page with `share`: how many lines it takes; else its share',
    ],
  ),
  area: optional(
    { kind: 'area' },
    ['区域'],
    [
      '不是长方的一块（盘文），几块拼成，如 1-2:62-114 3-4:72-114',
      'A block that is no rectangle, made of several: 1-2:62-114 3-4:72-114',
    ],
  ),
  letter: optional(
    TEXT,
    ['代号'],
    ['版样里的代号，如 甲；写了就不写栏和行', 'Its letter in the dummy, in place of columns and lines'],
  ),
  group: optional(
    NAME,
    ['组'],
    ['一个通栏题下的几篇，组名相同', 'The same word for a banner and its stories'],
  ),
  words: optional(
    HEAD,
    ['文字'],
    [
      '栏题、通栏题的文字，如“简讯”；待补的是什么，如“图片”',
      'The words of a band: 简讯; what is awaited: 图片',
    ],
  ),
  characters: optional(
    { kind: 'whole', min: 1, max: 99_999 },
    ['预留'],
    ['待补的稿件预留多少字，如 600', 'How many 字 the awaited story will have: 600'],
  ),
  set: optional(COLUMNS, ['破栏'], ['正文排成几栏，如五栏破三写 3', 'The columns its text is set in']),
  dress: optional(
    NAME,
    ['样式'],
    ['styles.css 里的样式名，如 lead、boxed', 'Its class in styles.css: lead, boxed'],
  ),
  index: optional(
    { kind: 'list', of: { kind: 'record', fields: INDEX_ITEM_FIELDS } },
    ['条目'],
    [
      '导读列哪几篇；不写就取其他各版最重要的五篇',
      'What an index lists; without it the five weightiest articles of the other pages',
    ],
  ),
} as const;

export const KEEP = { kind: 'list', of: PROSE } as const;

export const LAYOUT = {
  kind: 'choice',
  options: [
    { value: 'traditional', aliases: ['传统'] },
    { value: 'modular', aliases: ['板块'] },
    { value: 'off', aliases: ['关'] },
  ],
} as const;

const SILENCE_FIELDS = {
  code: required(
    {
      kind: 'choice',
      options: [
        { value: 'heads-touch', aliases: ['碰题'] },
        { value: 'head-under-head', aliases: ['顶题'] },
        { value: 'page-cut', aliases: ['断版'] },
        { value: 'seam', aliases: ['通缝'] },
        { value: 'head-apart', aliases: ['题文分离'] },
        { value: 'flow-back', aliases: ['逆流'] },
        { value: 'tail', aliases: ['尾巴'] },
        { value: 'lone-line', aliases: ['孤行'] },
      ],
    },
    ['检查'],
    ['不提示哪一种，如 断版', 'Which check is silent: page-cut'],
  ),
  reason: optional(TEXT, ['理由'], ['为什么，记入报告', 'Why; for the report']),
} as const;

export const PAGE_FIELDS = {
  label: required(PROSE, ['版序'], ['版序，如 05、A3', 'The label of the page as printed: 05, A3']),
  spread: optional(
    PROSE,
    ['通版'],
    ['与本版合成通版的右边那一版的版序，如 03', 'The label of the page at its right, set as one with it: 03'],
  ),
  section: optional(PROSE, ['版名'], ['版名', "The section's name"]),
  template: required(NAME, ['模板'], ['版面模板的名字', 'The name of the page template']),
  articles: optional(
    { kind: 'list', of: PATH },
    ['稿件'],
    ['稿件文件，路径从本期文件夹算起', "The articles' paths, from the issue's folder"],
  ),
  blocks: optional(
    { kind: 'list', of: { kind: 'record', fields: BLOCK_FIELDS } },
    ['版块'],
    ['版面上的各块，各有栏和行', 'The blocks of the page, each with its columns and lines'],
  ),
  share: optional(
    {
      kind: 'choice',
      options: [
        { value: 'text', aliases: ['按稿'] },
        { value: 'lead', aliases: ['头条'] },
      ],
    },
    ['分高'],
    [
      '没写行的版块怎样分版面的高：按稿，照各稿的长短分；头条，各栏最上面的一篇占其余',
      'How blocks without lines share the height of the page: text, as their texts ask; lead, the topmost takes the rest',
    ],
  ),
  dummy: optional(
    { kind: 'drawing' },
    ['版样'],
    [
      '画出的版样，每行：行数 各栏的代号，如 17 甲甲甲甲甲乙乙乙；. 或 空 为空',
      'The page drawn: lines, then a letter a column, 17 AAAAABBB; . is blank',
    ],
  ),
  staff: optional(
    KEEP,
    ['责编', '编辑'],
    [
      '本版的责任编辑、版式、校对，一条一个；与 house.yaml 同职务的换掉',
      "The page's editors, an item each; they stand for those of the same role in house.yaml",
    ],
  ),
  layout: optional(
    LAYOUT,
    ['编排'],
    [
      '有版块的版按哪种编排检查：传统、板块、关；不写的照版式',
      'How a page with blocks is checked: traditional, modular, off; else as the theme has it',
    ],
  ),
  silence: optional(
    { kind: 'list', of: { kind: 'record', fields: SILENCE_FIELDS } },
    ['不提示'],
    ['本版哪些编排上的提示不要', 'Which warnings of composition the page does without'],
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
  keep: optional(
    KEEP,
    ['不拆'],
    ['标题转行时不拆开的人名、机构名、专用语，一条一个', 'Names that no row of a head parts, one an item'],
  ),
  'keep-in-body': optional(
    SWITCH,
    ['正文不拆'],
    [
      'on 为正文转行时也不拆 keep（不拆）里的名称',
      'on: the names under keep are not parted in the body either',
    ],
  ),
  number: optional(
    PROSE,
    ['期号', '总期号'],
    ['总期号，如 6521；整句也行，照印', 'The number of the issue: 6521, or its own words'],
  ),
  print: PRINT_FIELD,
  'print-date': HOUSE_FIELDS['print-date'],
  'print-run': HOUSE_FIELDS['print-run'],
  normalize: ARTICLE_FIELDS.normalize,
} as const;
