/** The types of stage ④: finished pages, plain items at fixed places, each saying what it is and whence. */

import type { Span } from '../diagnostics.ts';
import type { FaceKey } from '../fonts/face.ts';
import type { Fractions, Point, Rect, Size } from '../geometry.ts';
import type { ImageKey } from '../images/image.ts';
import type { FitStep, Grid, TextRole } from '../markup/box.ts';
import type { SourceMap } from '../source-map.ts';
import type { Drawing } from '../text/index.ts';

export type { Grid } from '../markup/box.ts';
export type { Drawing, DrawingPart } from '../text/index.ts';

export type Role =
  | TextRole
  | 'page'
  | 'story'
  | 'head'
  | 'figure'
  | 'photo'
  | 'row'
  | 'head-cell'
  | 'rule'
  | 'reading'
  | 'furniture';

interface ItemBase {
  /** Its index in `Page.items`. */
  readonly id: number;
  readonly role: Role;
  /** The block it belongs to: an id of `Page.blocks`. */
  readonly block: string;
}

/**
 * Glyphs of one face on one line. The arrays run in step, one entry a glyph.
 *
 * A glyph is set in a *cell*: `cells` is the width of the cell as the font will state it, `shifts` how far
 * the outline is moved in it (a full-width opening mark set half: cell 500, shift −500). `dx` is the way to
 * the next glyph's origin, cell and added or taken space. All three in 1/1000 of `size`.
 */
export interface GlyphRun extends ItemBase {
  readonly kind: 'glyphs';
  readonly face: FaceKey;
  /** pt. */
  readonly size: number;
  readonly swatch: string;
  /** Baseline origin of the first cell; for `down` the top centre of the first cell. */
  readonly at: Point;
  readonly direction: 'across' | 'down' | 'sideways';
  /** A glyph of the face; below 0 the drawing `drawings[-1 - gid]`. */
  readonly gids: readonly number[];
  /** Glyphs built of several of the face, or turned on their side; in lines that run down. */
  readonly drawings: readonly Drawing[];
  readonly cells: readonly number[];
  readonly shifts: readonly number[];
  readonly dx: readonly number[];
  readonly text: string;
  /** Where each glyph's characters begin in `text`, rising; a glyph's text ends where the next begins. */
  readonly clusters: readonly number[];
  readonly map: SourceMap;
  /** Its line: an index into `Page.lines`. */
  readonly line: number;
}

export interface Picture extends ItemBase {
  readonly kind: 'picture';
  readonly image: ImageKey;
  readonly box: Rect;
  /** The part of the picture that fills `box`. */
  readonly crop: Fractions;
  /** What of the box shows, as a polygon on the page: a picture cut out (退底); null: all of it. */
  readonly outline: readonly Point[] | null;
  readonly alt: string | null;
}

/** A straight line, horizontal or vertical. */
export interface Rule extends ItemBase {
  readonly kind: 'rule';
  readonly from: Point;
  readonly to: Point;
  /** pt. */
  readonly width: number;
  readonly swatch: string;
}

/** A rectangle, filled or stroked, or both. */
export interface Shape extends ItemBase {
  readonly kind: 'shape';
  readonly box: Rect;
  /** Of its corners, pt; at most half its shorter side is drawn. 0: square. */
  readonly radius: number;
  readonly fill: string | null;
  readonly stroke: { readonly width: number; readonly swatch: string } | null;
}

/** Curves: a line that is no straight one, or filled dots. */
export interface Path extends ItemBase {
  readonly kind: 'path';
  /** Each begins at a point, x and y, and goes on in cubic curves of six numbers: two handles, an end. pt. */
  readonly curves: readonly (readonly number[])[];
  /** Of the line, pt; null: filled. */
  readonly width: number | null;
  readonly swatch: string;
}

/** A drawing as often as it stands in a row along one side, or once at a corner. */
export interface Ornament extends ItemBase {
  readonly kind: 'ornament';
  readonly image: ImageKey;
  /** The top left corner of the first, as it is turned. */
  readonly from: Point;
  /** Quarters clockwise: 0 goes to the right, 1 down, 2 to the left, 3 up. */
  readonly turn: 0 | 1 | 2 | 3;
  readonly count: number;
  /** Of each, along the row and across it; pt. */
  readonly size: Size;
}

/** A live area of the screen edition. */
export interface Link extends ItemBase {
  readonly kind: 'link';
  readonly box: Rect;
  readonly target: string;
}

export type Item = GlyphRun | Picture | Rule | Shape | Path | Ornament | Link;

/** A line of text as placed; a reading, beside the line it belongs to, has a line of its own. */
export interface Line {
  readonly block: string;
  readonly role: Role;
  /** Place in the reading order of the page, from 0. */
  readonly order: number;
  /** The em box of the line: from its start to the end of its measure. */
  readonly box: Rect;
  /** y of the baseline; x of the middle of a line that runs down. */
  readonly baseline: number;
  readonly direction: 'across' | 'down';
  readonly text: string;
  /** Width before shrinking or stretching, pt. */
  readonly natural: number;
  /** The width it had to reach, pt, and whether it is justified to it. */
  readonly measure: number;
  readonly justified: boolean;
  /** How far its last mark hangs past the measure, pt. */
  readonly hung: number;
  /** Whether its baseline must lie on the page's grid. */
  readonly onGrid: boolean;
  /** Its paragraph within the block and its number within the paragraph, from 0. */
  readonly paragraph: number;
  readonly number: number;
  readonly last: boolean;
}

/** A block as placed: a story's text in one column, a head, a photo, a caption, a folio. */
export interface PlacedBlock {
  readonly id: string;
  readonly role: Role;
  /** Id of its story; null for furniture. */
  readonly story: string | null;
  /** Part of a story that stands in several places, from 0. */
  readonly part: number;
  /** Corners, in order round the block. */
  readonly polygon: readonly Point[];
  readonly source: Span;
}

export interface Page {
  readonly label: string;
  readonly section: string | null;
  readonly side: 'left' | 'right';
  readonly trim: Size;
  /** pt beyond the trim on every side. */
  readonly bleed: number;
  readonly grid: Grid;
  readonly blocks: readonly PlacedBlock[];
  /** In reading order. */
  readonly lines: readonly Line[];
  /** In paint order, which is also the order of reading within a story. */
  readonly items: readonly Item[];
}

/** One element of the reading order: tags, threads, live areas are written from it. */
export interface Node {
  readonly role: Role;
  /** Level 2–4 of a subhead, else 0. */
  readonly level: number;
  readonly block: string;
  readonly lang: string;
  readonly alt: string | null;
  readonly source: Span | null;
  /** Indexes into `Made.pages` and that page's `items`. */
  readonly items: readonly { readonly page: number; readonly item: number }[];
  readonly children: readonly Node[];
}

export interface Amount {
  readonly lines: number;
  readonly characters: number;
}

/** How a headline is set. */
export interface HeadFit {
  /** pt. */
  readonly size: number;
  /** Added between its characters, em. */
  readonly tracking: number;
  /** The text of its rows. */
  readonly rows: readonly string[];
}

/** How a story fits its place. `overset` and `short` stand at the story's last part. */
export interface StoryFit {
  readonly page: string;
  readonly id: string;
  readonly part: number;
  readonly parts: number;
  readonly columns: number;
  readonly lines: number;
  readonly characters: number;
  readonly overset: Amount;
  readonly short: Amount;
  /** What gave so that it fits, beside its best setting. */
  readonly steps: readonly {
    readonly step: FitStep;
    readonly target: string;
    readonly amount: number;
    readonly limit: number;
  }[];
  /** 分高: the lines of the page that it got, from 0, and how many it asked for; null where the plan gave them. */
  readonly share: { readonly from: number; readonly lines: number; readonly asked: number } | null;
  readonly headline: string | null;
  /** Null without a headline, and where its panel has no place. */
  readonly head: HeadFit | null;
}

/** How a head over a group of stories (通栏题) is set. */
export interface BannerFit {
  readonly page: string;
  readonly group: string;
  readonly head: HeadFit;
}

export interface Made {
  readonly pages: readonly Page[];
  /** One tree a story, and the furniture as `furniture`, page by page. */
  readonly structure: readonly Node[];
  readonly fits: readonly StoryFit[];
  readonly banners: readonly BannerFit[];
}
