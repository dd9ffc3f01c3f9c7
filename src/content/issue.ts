/** The types of stage ①: an issue as its editor wrote it, checked, normalised, every text with its place. */

import type { Span } from '../diagnostics.ts';
import type { FontLibrary } from '../fonts/face.ts';
import type { ArtworkInfo, ImageInfo, ImageKey } from '../images/image.ts';
import type { PressWish } from '../press.ts';
import type { SourceMap } from '../source-map.ts';
import type { WrapWords } from '../wrap-words.ts';
import type { ProfileWord } from './profile-words.ts';

export type { ProfileWord } from './profile-words.ts';

/** Text, normalised, with its way back to the file. */
export interface Prose {
  readonly text: string;
  readonly map: SourceMap;
}

/** `**…**` and `*…*`, and what an author says of some characters by a word: `[…]{着重}`. */
export type Marking =
  | { readonly mark: PlainMark }
  /** The reading as written, one a character where the counts agree. */
  | { readonly mark: 'ruby'; readonly reading: Prose }
  /** Set to this width, 字 of the text itself. */
  | { readonly mark: 'spread'; readonly width: number };

/** 着重号, 专名号, 书名号 as a wavy line, 下划线, a raised note, 反白. */
export type PlainMark = 'strong' | 'emphasis' | 'dots' | 'name' | 'title' | 'underline' | 'note' | 'reverse';

export type InlineMark = Marking['mark'];

export type MarkedRange = Marking & { readonly start: number; readonly end: number };

/** Text with marked ranges (offsets in `text`, not crossing each other, in order of their start, outer first). */
export interface RichProse extends Prose {
  readonly marks: readonly MarkedRange[];
  /** Where an editor parts a head into rows: offsets in `text`, rising, none at its ends. */
  readonly rowEnds: readonly number[];
}

/** One block of an article's body, in the order of the file. */
export type Block =
  | { readonly kind: 'paragraph'; readonly prose: RichProse }
  /** `##` is level 2. */
  | { readonly kind: 'subhead'; readonly level: 2 | 3 | 4; readonly prose: RichProse }
  | { readonly kind: 'quote'; readonly prose: RichProse }
  /** `marker` as printed: `•`, or the number kept as written, `3.`. */
  | { readonly kind: 'item'; readonly marker: string; readonly prose: RichProse }
  /** One line of a poem; `stanza`: a stanza begins with it, behind other lines or text. */
  | { readonly kind: 'verse'; readonly stanza: boolean; readonly prose: RichProse }
  /** A cell of a table, which begins with row 0 and column 0; its cells follow each other row by row. */
  | (CellPlace & { readonly kind: 'cell'; readonly prose: RichProse });

export interface CellPlace {
  /** All rows have as many columns. */
  readonly row: number;
  readonly column: number;
  /** Of the first row, where it is the table's head. */
  readonly isHead: boolean;
  /** Of a list of prices or results: dots lead from what to its figure. */
  readonly isLeader: boolean;
  readonly align: ColumnAlign;
  /** Of its column, 字; null: as wide as its cells ask. */
  readonly width: number | null;
}

/** How the cells of a column stand; null: as the theme has it, figures on their points. */
export type ColumnAlign = 'left' | 'center' | 'right' | null;

/** A photo as an article uses it. */
export interface PhotoUse {
  /** The key in `Issue.photos`; the path from the issue's folder. */
  readonly file: ImageKey;
  readonly caption: RichProse | null;
  /** 压图: the caption on the photo; null: where the theme has it. */
  readonly captionOn: 'photo' | null;
  readonly credit: RichProse | null;
  readonly alt: string | null;
  /** Width in base columns, height in lines of the grid, caption not counted; null: the theme decides. */
  readonly columns: number | null;
  readonly lines: number | null;
  /** Where on the page the editor wants it; null: the theme decides. */
  readonly place: PhotoPlace | null;
  /** Of a picture that text runs round; null: it takes whole columns. */
  readonly wrap: WrapWords | null;
  /** The point that a crop keeps, fractions of width and height; the middle if not given. */
  readonly focus: { readonly x: number; readonly y: number };
  /** Whether it goes to the press with less than half the pixels that this takes. */
  readonly lowResolution: 'allowed' | null;
  readonly span: Span;
}

/** 左上 右上 左下 右下 and the strip at the foot (底). */
export type PhotoPlace = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right' | 'foot';

export interface Article {
  /** `id` of the front matter, or the file's name without folder and ending. */
  readonly id: string;
  readonly file: string;
  readonly kicker: RichProse | null;
  readonly headline: RichProse | null;
  readonly deck: RichProse | null;
  readonly summary: RichProse | null;
  /** 摘句. */
  readonly pullquote: RichProse | null;
  /** 资料; without a word: none. */
  readonly factbox: { readonly title: RichProse | null; readonly items: readonly RichProse[] };
  /** 补白: set where the story is short. */
  readonly filler: RichProse | null;
  readonly byline: RichProse | null;
  readonly dateline: RichProse | null;
  readonly signoff: RichProse | null;
  readonly photos: readonly PhotoUse[];
  readonly body: readonly Block[];
  readonly priority: number;
  /** 转版题: the short head where the story goes on; null: its headline. */
  readonly jump: RichProse | null;
  /** The rules its body is set by, where it names some; a region is that of its heads and captions too. */
  readonly profile: readonly ProfileWord[];
  /** What an editor mended against the source, a sentence each; for the record, never set. */
  readonly corrections: readonly string[];
  readonly span: Span;
}

export type BlockKind =
  | 'story'
  | 'masthead'
  | 'index'
  | 'band'
  | 'banner'
  | 'ad'
  | 'staff'
  | 'imprint'
  | 'rule'
  | 'reserved';

/** A part of a story that stands in several blocks (转版). */
export interface ThreadPart {
  /** From 0, of `count`. */
  readonly number: number;
  readonly count: number;
  /** The article that goes on here; its text stands where it begins. */
  readonly article: Article;
  /** The pages of the part before and the one after, as jump lines name them; null on the same page. */
  readonly from: Prose | null;
  readonly to: Prose | null;
}

/** What an index (今日导读) lists: a title, and the page where the article stands, 第三版. */
export interface IndexItem {
  readonly title: RichProse;
  readonly page: Prose;
}

/** What an editor listed for an index; `span`: where the article is named. */
export interface ListedItem {
  /** Path or id. */
  readonly article: string;
  /** Null: its headline. */
  readonly title: RichProse | null;
  readonly span: Span;
}

/** A block of a page plan. */
export interface BlockSpec {
  readonly kind: BlockKind;
  /** Its rectangles on the grid, `1-2:62-114 3-4:72-114`; `1-5:?` where the page shares out lines; null: it flows. */
  readonly at: Prose | null;
  /** Of a band (栏题): 简讯. */
  readonly words: RichProse | null;
  /** 破栏: the columns its text is set in; null: its base columns. */
  readonly set: number | null;
  /** Its class in styles.css. */
  readonly dress: Prose | null;
  /** Of a banner (通栏题) and the stories under it; null: it stands alone. */
  readonly group: Prose | null;
  /** 待补: what it is kept free for; null: it is not. */
  readonly awaits: Awaited | null;
  /** Index in the page's articles; null for furniture, and where a story goes on. */
  readonly article: number | null;
  /** Null for a story that stands in one block. */
  readonly thread: ThreadPart | null;
  /** Of an index, as its editor listed it; null: by weight. */
  readonly listed: readonly ListedItem[] | null;
  /** Of an index, once all pages are read. */
  readonly index: readonly IndexItem[];
  readonly span: Span;
}

/** 碰题, 顶题, 断版, 通缝, 题文分离, 逆流, 尾巴, 孤行. */
export type CompositionCheck =
  | 'heads-touch'
  | 'head-under-head'
  | 'page-cut'
  | 'seam'
  | 'head-apart'
  | 'flow-back'
  | 'tail'
  | 'lone-line';

/** By which habits the composition of a page plan is checked; `modular`: 板块式. */
export type LayoutHabit = 'traditional' | 'modular' | 'off';

/** 分高: by what blocks without lines share the height of a page; `lead`: the topmost of a column takes the rest. */
export type ShareRule = 'text' | 'lead';

/** A check that a page does without. */
export interface Silence {
  readonly check: CompositionCheck;
  /** Null where none was given. */
  readonly reason: string | null;
}

/** What a block is kept free for. */
export interface Awaited {
  /** 图片, 广告 …; null: a story. */
  readonly what: string | null;
  /** 预留: 字 of the story; null: as many as fit. */
  readonly characters: number | null;
}

/** A page as it is counted and folded: one, or two of a 通版. */
export interface Leaf {
  readonly label: RichProse;
  readonly side: 'left' | 'right';
}

export interface PageSpec {
  /** 版序 as printed: `05`, `A3`; of a 通版 both: `02-03`. */
  readonly label: RichProse;
  /** As other pages speak of it: 第三版, 03版. */
  readonly number: Prose;
  /** 版名. */
  /** Itself; of a 通版 the left page, then the right one. */
  readonly leaves: readonly Leaf[];
  readonly section: RichProse | null;
  readonly template: string;
  readonly templateSpan: Span;
  readonly articles: readonly Article[];
  /** In the order of reading; without a page plan one for each article. */
  readonly blocks: readonly BlockSpec[];
  /** 版样: how many columns and lines it draws; null: none was drawn. */
  readonly dummy: { readonly columns: number; readonly lines: number; readonly span: Span } | null;
  /** Null: every block says on which lines it stands. */
  readonly share: ShareRule | null;
  /** 责任编辑 and the rest, the page's own for those of house.yaml. */
  readonly staff: readonly RichProse[];
  /** Null: the theme's. */
  readonly layout: LayoutHabit | null;
  readonly silence: readonly Silence[];
  /** False: set because a story goes on from it, or on it, but not asked for. */
  readonly wanted: boolean;
  /** From 1, in the order of issue.yaml; a 通版 counts as two. */
  readonly position: number;
  /** 单版 are right-hand pages: by the number in the label, else by position. */
  readonly side: 'left' | 'right';
  readonly span: Span;
}

export interface SourceFile {
  /** As messages show it. */
  readonly file: string;
  readonly text: string;
}

/** A colour by name, once for the screen and once for the press. 0–255 and 0–100 %. */
export interface Swatch {
  readonly rgb: readonly [number, number, number];
  readonly cmyk: readonly [number, number, number, number];
}

export type FitStep =
  | 'paragraphs'
  | 'photos'
  | 'subhead-space'
  | 'head-space'
  | 'head-size'
  | 'summary'
  | OptionalBlock;

/** 摘句, 资料, 补白: a block beside the text of a story, which copy fitting may leave out or add. */
export type OptionalBlock = 'pullquote' | 'factbox' | 'filler';

/** How much a step of copy fitting may change: paragraphs, lines, rungs of a ladder of sizes, or blocks. */
export interface FitLimit {
  readonly step: FitStep;
  readonly limit: number;
}

/** A folder under templates/, read whole. */
export interface Theme {
  readonly name: string;
  /** 字号 by `word` or `founder`: 初号 is 42 pt in one and 36 in the other. */
  readonly hao: 'word' | 'founder';
  readonly swatches: ReadonlyMap<string, Swatch>;
  /** What may give so that a story fits, in the order of preference. */
  readonly fit: readonly FitLimit[];
  /** The rules that texts are set by where the style sheet says nothing. */
  readonly profile: readonly ProfileWord[];
  readonly layout: LayoutHabit;
  readonly press: PressWish;
  /** The paper's own names that no row of a head parts. */
  readonly keep: readonly string[];
  /** The drawings of its own 花边, by what the style sheet writes in `ornament("…")`. */
  readonly ornaments: ReadonlyMap<string, ArtworkInfo>;
  readonly sheet: SourceFile;
  readonly pages: ReadonlyMap<string, SourceFile>;
  readonly partials: ReadonlyMap<string, SourceFile>;
}

/** What normalisation and clean-up changed, by kind, over the whole issue. */
export type Counts = Readonly<Record<string, number>>;

/** Names that no row of a head parts, the theme's and the issue's; `inBody`: no line of the body either. */
export interface Keep {
  readonly names: readonly string[];
  readonly inBody: boolean;
}

/** What is printed as house.yaml has it, by the names of its fields. */
export type HouseFact =
  | 'name'
  | 'cn'
  | 'postal-code'
  | 'supervisor'
  | 'sponsor'
  | 'publisher'
  | 'address'
  | 'postcode'
  | 'website'
  | 'printer'
  | 'printer-address'
  | 'distributor'
  | 'distribution'
  | 'price'
  | 'permit'
  | 'compiler'
  | 'recipients'
  | 'print-date'
  | 'print-run';

/** The paper's standing facts, from house.yaml: what every issue prints. */
export interface House {
  /** By which rules the form is checked; null: by none. */
  readonly licence: 'cn' | 'internal' | null;
  /** As printed; null where not given. */
  readonly facts: Readonly<Record<HouseFact, RichProse | null>>;
  readonly phones: readonly RichProse[];
  readonly staff: readonly RichProse[];
  /** The name as a picture. */
  readonly artwork: PhotoUse | null;
  readonly press: PressWish;
  /** The file; null where there is none. */
  readonly file: string | null;
}

export interface Issue {
  readonly id: string;
  readonly paper: RichProse | null;
  /** `2020-04-08`; checked to be a day of the calendar. */
  readonly date: string;
  /** 总期号 as printed: 第6521期. */
  readonly number: RichProse | null;
  readonly house: House;
  readonly pages: readonly PageSpec[];
  /** Of the whole issue, whichever pages were asked for. */
  readonly pageCount: number;
  readonly theme: Theme;
  readonly keep: Keep;
  /** Its own, else the house's, else the theme's. */
  readonly press: PressWish;
  readonly fonts: FontLibrary;
  readonly photos: ReadonlyMap<ImageKey, ImageInfo>;
  readonly normalized: Counts;
}
