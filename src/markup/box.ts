/** The types of stage ③: what stands on a page, every style resolved to numbers, nothing placed yet. */

import type { FitLimit, LayoutHabit, OptionalBlock, Silence } from '../content/issue.ts';
import type { Span } from '../diagnostics.ts';
import type { FaceKey } from '../fonts/face.ts';
import type { Size } from '../geometry.ts';
import type { ImageKey } from '../images/image.ts';
import type { SourceMap } from '../source-map.ts';
import type { WrapWords } from '../wrap-words.ts';
import type { HeightShare, Place } from './grid-box.ts';
import type { Grid } from './page-grid.ts';
import type { RuleStyle, Stroke } from './rule-style.ts';

export type {
  CompositionCheck,
  FitLimit,
  FitStep,
  LayoutHabit,
  OptionalBlock,
  Silence,
} from '../content/issue.ts';
export type { GridBox, HeightShare, Place, ShareRule } from './grid-box.ts';
export type { Fold, Grid } from './page-grid.ts';
export type { Motif, Pattern, RuleStyle, Stroke } from './rule-style.ts';

/** How characters look and which rules of setting they follow. */
export interface TextStyle {
  /** The faces asked for a character, first to last: the family's, then the fallback chain's. */
  readonly faces: readonly FaceKey[];
  /** pt. */
  readonly size: number;
  /** A colour's name in the theme. */
  readonly swatch: string;
  /** Added after each character but the line's last, 1/1000 of the size. */
  readonly tracking: number;
  /** Width of a space, 1/1000 of the size; 0: the face's own. Names in a byline stand 1 em apart. */
  readonly spaceWidth: number;
  /** How far it is raised above the baseline, in lines that run down to the right; 1/1000 of the size. */
  readonly rise: number;
  /** BCP 47. */
  readonly lang: string;
}

/** Line-start and line-end prohibition (CLREQ 行首行尾禁则). */
export type Prohibition = 'gb' | 'basic' | 'strict' | 'none' | 'css-strict' | 'css-normal' | 'css-loose';

/** Widths of marks: xeCJK's and the trade's names. `banjiao` is also how heads are set. */
export type MarkWidths = 'quanjiao' | 'kaiming' | 'hangmobanjiao' | 'banjiao' | 'plain';

/** Where marks stand in their cells, which are squeezed, how wide a 间隔号 is. */
export type Region = 'mainland' | 'hongkong' | 'taiwan';

/** Which rules a paragraph's lines follow. */
export interface Profile {
  readonly prohibition: Prohibition;
  readonly marks: MarkWidths;
  readonly region: Region;
  /** Gap between Han and Latin or digits, 1/1000 字: 0, 125 or 250. */
  readonly autospace: number;
  /** Trim the blank of an opening mark at a line's start. */
  readonly trimStart: boolean;
  /** ， 。 、 may hang past a line's end. */
  readonly hanging: boolean;
  /** Lines end at blanks only, so that no name is split in a byline. */
  readonly keepAll: boolean;
}

/** A stretch of characters in one style. */
export interface TextRun {
  readonly text: string;
  readonly map: SourceMap;
  readonly style: TextStyle;
}

/** What stands between the lines beside some characters, behind them, or sets them apart. */
export type Marking =
  /** 着重号, 专名号, 书名号 as a wavy line, 下划线. */
  | { readonly kind: 'dots' | 'name' | 'title' | 'underline'; readonly swatch: string }
  /** 反白: what the characters stand on. */
  | { readonly kind: 'panel'; readonly swatch: string }
  /** A note's sign, which stays with what it stands behind. */
  | { readonly kind: 'note' }
  /** 均排: the width they are set to, 1/1000 字 of the paragraph. */
  | { readonly kind: 'spread'; readonly width: number }
  /** 注音: a reading for each character where the counts agree, else one for all. */
  | { readonly kind: 'ruby'; readonly reading: TextRun };

/** `start` and `end` count in the text of all the paragraph's runs. */
export type TextMark = Marking & { readonly start: number; readonly end: number };

/** `justify-all` stretches last lines too: a head set to its measure. */
export type Align = 'justify' | 'justify-all' | 'left' | 'center' | 'right';

/** What a paragraph is to the reader; becomes the item's role, the tag and the layout file's `role`. */
export type TextRole =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'summary'
  | 'byline'
  | 'dateline'
  | 'jump'
  | 'paragraph'
  | 'subhead'
  | 'quote'
  | 'item'
  /** A line of a poem. */
  | 'verse'
  | 'table'
  | 'cell'
  | 'caption'
  | 'signoff'
  | OptionalBlock
  | 'folio'
  /** Of a panel. */
  | 'text';

/** A paragraph, a head part or a caption. */
export interface ParagraphBox {
  readonly kind: 'paragraph';
  readonly role: TextRole;
  /** `down`: lines run downwards and follow each other to the left (竖排). */
  readonly direction: 'across' | 'down';
  /** Level 2–4 of a subhead, else 0. */
  readonly level: number;
  readonly runs: readonly TextRun[];
  /** In order of their start, outer ones first; none crosses another. */
  readonly marks: readonly TextMark[];
  /** Where an editor parts a head into rows: offsets in the text, rising, none at its ends. */
  readonly rowEnds: readonly number[];
  /** What no line parts: names under `keep:`. Offsets in the text. */
  readonly kept: readonly { readonly start: number; readonly end: number }[];
  /** Body size: the 字 of this paragraph, pt. */
  readonly size: number;
  readonly profile: Profile;
  readonly align: Align;
  /** First line, 1/1000 字 of `size`. */
  readonly indent: number;
  /** 首字下沉: the lines that its first character stands over; 0: none. */
  readonly initial: number;
  /** Both sides of every line, 1/1000 字 of `size`. */
  readonly insetStart: number;
  readonly insetEnd: number;
  /**
   * Whole lines of the grid that the block takes, its rows centred in them; 0: one line of the grid a row.
   * A block that needs more rows than fit takes more whole lines.
   */
  readonly lines: number;
  /** Baseline to baseline of the rows of a block with `lines` > 0, pt. */
  readonly rowPitch: number;
  /** Blank lines of the grid before and after; dropped at the head of a column. */
  readonly spaceBefore: number;
  readonly spaceAfter: number;
  /** Lines of the next block that must follow in the same column (a subhead: 2). */
  readonly keepWithNext: number;
  /** Fewest lines of it at a column's foot and at a column's head. */
  readonly orphans: number;
  readonly widows: number;
  /**
   * Sizes a head may take, pt, falling, the first being `size`; the largest whose rows fit is taken.
   * A single entry: no choice.
   */
  readonly sizes: readonly number[];
  /** What the tracking of a head may become so that it fits, 1/1000 of the size; that of its runs: no choice. */
  readonly trackingLimit: number;
  /** Most rows a head may take at a size before the next smaller is tried; 0: no limit. */
  readonly maxRows: number;
  /** What a text of a panel, or a caption on its photo, stands on, over the width of panel or photo. */
  readonly background: string | null;
  /** Of a table or an optional block, whose `runs` are the texts of its cells, row by row; else null. */
  readonly table: TableBox | null;
  readonly span: Span;
}

/** The rows and columns of a table. */
export interface TableBox {
  readonly rows: readonly TableRow[];
  /** Above and below it, and between two rows. */
  readonly rule: RuleStyle | null;
  readonly rowRule: RuleStyle | null;
  /** From the end of a first cell to its figure, at the right (价目, 成绩); null: an ordinary table. */
  readonly leader: RuleStyle | null;
  /** pt between two columns, at the least. */
  readonly gap: number;
  /** pt that each row below the first is higher than its text asks. */
  readonly rowGap: number;
  /** Of its columns, in 字 of its largest cell; null: as wide as its cells ask. */
  readonly widths: readonly (number | null)[];
  /** 摘句, 资料, 补白: one text a row, in one column as wide as the text; null: a table of the author's. */
  readonly optional: OptionalBlock | null;
  /** Rows of it stand before these already; its head, which stands above those too, is no text of it. */
  readonly repeated: boolean;
  /** What stands above rows that others stand before, no text of it: 续表. Null: nothing. */
  readonly continued: ParagraphBox | null;
}

export interface TableRow {
  readonly isHead: boolean;
  /** Null: an empty one. */
  readonly cells: readonly (ParagraphBox | null)[];
}

/** A picture with its caption. */
export interface FigureBox {
  readonly kind: 'figure';
  readonly image: ImageKey;
  /** Pixels. */
  readonly pixels: Size;
  readonly alt: string | null;
  /** Columns, lines: null where the editor left it to the layout. */
  readonly columns: number | null;
  /** Where the theme writes `columns`; null where the editor did, or nobody. */
  readonly columnsAt: Span | null;
  readonly lines: number | null;
  readonly place: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right' | 'foot' | null;
  /** 绕排, `clear` pt from the text at least; null: it takes whole columns. */
  readonly wrap: (WrapWords & { readonly clear: number }) | null;
  readonly focus: { readonly x: number; readonly y: number };
  /** The most a side may lose to a crop, fraction of the picture's width or height. */
  readonly cropLimit: number;
  readonly caption: ParagraphBox | null;
  /** `photo`: on its foot, 压图. */
  readonly captionSide: 'below' | 'photo';
  readonly border: Stroke | null;
  /** Blank lines of the grid between the figure and the text next to it. */
  readonly space: number;
  readonly span: Span;
}

export interface HeadBox {
  readonly kind: 'head';
  /** Top to bottom. */
  readonly parts: readonly ParagraphBox[];
  /** Blank lines of the grid above and below the whole head. */
  readonly spaceBefore: number;
  readonly spaceAfter: number;
  /** pt between two parts. */
  readonly gap: number;
  /**
   * Over the story's columns, under its first picture, or in a panel of `columns` columns at one side of it
   * (左竖题, 右竖题). Over `columns` columns, text beside it: in the middle of the story's top (眉心题), at its
   * left corner (串文题), in the midst of its text (文包题).
   */
  readonly side: 'above' | 'below' | 'left' | 'right' | 'middle' | 'corner' | 'within';
  readonly columns: number;
  /** Of the panel; of another head, what it stands on: its whole lines, blanks above and below not counted. */
  readonly border: Stroke | null;
  readonly background: string | null;
  readonly span: Span;
}

/** 加框, 底纹: what stands round a block, one line above and below and 1 字 at both sides. */
export interface Frame {
  readonly border: RuleStyle | null;
  readonly background: string | null;
  /** Of its corners, pt; those of a pattern are square. */
  readonly radius: number;
  /** What stands at its top right corner, in the line between frame and content: 广告. */
  readonly corner: ParagraphBox | null;
}

export interface StoryBox {
  readonly kind: 'story';
  readonly id: string;
  /** From 0; of a story that stands in several blocks the first has the text, the others take what is left of it. */
  readonly part: number;
  /** Null: below what stands before it, over `columns` base columns or all of the page. */
  readonly place: Place | null;
  readonly columns: number | null;
  /** Of the stories under one banner (通栏题), and of it; null: it stands alone. */
  readonly group: string | null;
  /** 破栏: the columns its text is set in; null: the base columns that it covers. */
  readonly set: number | null;
  /** 栏线: what stands in the middle of its gutters, beside text. */
  readonly columnRule: RuleStyle | null;
  readonly frame: Frame | null;
  /** `down`: its lines run downwards, in bands one below the other (竖排). */
  readonly direction: 'across' | 'down';
  /** `page`: fills the free height exactly; `balance`: as high as its text needs, columns level. */
  readonly fill: 'page' | 'balance';
  readonly head: HeadBox | null;
  readonly figures: readonly FigureBox[];
  readonly body: readonly ParagraphBox[];
  /** 补白: stands behind the body where copy fitting adds it. */
  readonly filler: ParagraphBox | null;
  /** （下转第三版）, at the end of a part that is not the last. */
  readonly jump: ParagraphBox | null;
  readonly lang: string;
  readonly span: Span;
}

/** One of the three places of a folio or of a row: parts side by side, `gap` 字 apart. */
export interface FolioSlot {
  readonly parts: readonly ParagraphBox[];
  readonly gap: number;
}

/** 报眉: the strip at the head of a page. */
export interface FolioBox {
  readonly kind: 'folio';
  /** Whole lines of the grid it takes, its blank below included. */
  readonly lines: number;
  /** The line of the grid (from 1) at whose foot the rule stands. */
  readonly ruleLine: number;
  readonly rule: RuleStyle | null;
  readonly left: FolioSlot;
  readonly center: FolioSlot;
  readonly right: FolioSlot;
  readonly span: Span;
}

/** Parts at the left, in the middle and at the right of one line of a panel. */
export interface RowBox {
  readonly kind: 'row';
  readonly left: FolioSlot;
  readonly center: FolioSlot;
  readonly right: FolioSlot;
  readonly span: Span;
}

/** A line across a panel. */
export interface RuleBox {
  readonly kind: 'rule';
  readonly rule: RuleStyle;
  readonly span: Span;
}

export type PanelPart = ParagraphBox | RowBox | RuleBox | FigureBox;

/** 报头, 导读, 广告, 报尾: a block that is no story, its parts one below the other. */
export interface PanelBox {
  readonly kind: 'panel';
  /** Its class in the template, for messages and the layout file. */
  readonly id: string;
  readonly place: Place;
  readonly group: string | null;
  readonly parts: readonly PanelPart[];
  /** A picture behind its parts, over all within the frame. */
  readonly backdrop: FigureBox | null;
  /** Where the parts stand in what is left of the height; `spread`: what is left goes between them. */
  readonly align: 'top' | 'middle' | 'bottom' | 'spread';
  /** pt between two parts. */
  readonly gap: number;
  readonly frame: Frame | null;
  readonly span: Span;
}

export interface PageBox {
  readonly kind: 'page';
  /** False: set for what a story or an index of another page needs; nothing is said of it. */
  readonly wanted: boolean;
  /** What may give so that its stories fit, in the order of preference. */
  readonly fit: readonly FitLimit[];
  /** Colours in which text is 反白, by their names. */
  readonly light: readonly string[];
  /** How its composition is checked, and which checks it does without. */
  readonly layout: LayoutHabit;
  readonly silence: readonly Silence[];
  readonly label: string;
  readonly section: string | null;
  readonly side: 'left' | 'right';
  readonly trim: Size;
  readonly grid: Grid;
  readonly folio: FolioBox | null;
  /** 通版: of its right page, beside that of the left one. */
  readonly rightFolio: FolioBox | null;
  /** In the order of reading. */
  readonly blocks: readonly (StoryBox | PanelBox)[];
  /** Null where every block that has a place has its lines too. */
  readonly share: HeightShare | null;
  readonly span: Span;
}

/** The size of a note's sign to that of the text it stands in. */
export const NOTE_SIZE = 0.6;
/** That of a reading to its base: CLREQ #positioning_of_romanization. */
export const READING_SIZE = 0.5;
