/** A few words about a page → a `Made` built by hand, as stage ④ would hand it over. */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { entryOf, type FaceKey, type FontLibrary, formOf } from '../../src/fonts/face.ts';
import { loadFonts } from '../../src/fonts/index.ts';
import type { Size } from '../../src/geometry.ts';
import { UNCROPPED } from '../../src/geometry.ts';
import type {
  GlyphRun,
  Item,
  Made,
  Page,
  Path,
  Picture,
  PlacedBlock,
  Role,
  Rule,
  Shape,
} from '../../src/layout/page.ts';
import { memoryWorld } from './memory-world.ts';

const FONTS = fileURLToPath(new URL('../../fonts/', import.meta.url));

let library: FontLibrary | null = null;

/** The vendored faces. */
export function vendoredFonts(): FontLibrary {
  if (library === null) {
    const names = readdirSync(FONTS).filter((name) => /\.(json|ttf|face)$/.test(name));
    const files = Object.fromEntries(names.map((name) => [`fonts/${name}`, readFileSync(FONTS + name)]));
    const options = { vendored: 'fonts', userFolders: [], parseYaml: () => null };
    library = loadFonts(memoryWorld(files), options).library;
  }
  return library;
}

type Loose<T> = T extends Item ? Omit<T, 'id'> : never;

/** An item without its number on the page. */
export type DraftItem = Loose<Item>;

export interface LineDraft {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly face?: FaceKey;
  readonly size?: number;
  readonly swatch?: string;
  readonly block?: string;
  readonly role?: Role;
  readonly direction?: GlyphRun['direction'];
  /** Added behind each glyph, 1/1000 em; a list: behind the glyph of that place. */
  readonly gaps?: number | readonly number[];
  /** Changes to single glyphs, by place. */
  readonly glyphs?: Readonly<Record<number, { gid?: number; cell?: number; shift?: number }>>;
}

/** A line of text, a glyph a character, each as wide as the face has it; `——` is the face's glyph of 2 em. */
export function line(draft: LineDraft): Loose<GlyphRun> {
  const { text, face = 'song-400', direction = 'across', gaps = 0 } = draft;
  const table = vendoredFonts().tables.get(face)!;
  const glyphs: { gid: number; cell: number; at: number }[] = [];
  for (let at = 0; at < text.length; ) {
    const dash = text.startsWith('——', at) ? formOf(table, 'fwid', '——') : null;
    const entry = entryOf(table, text.codePointAt(at)!);
    if (entry < 0) throw new Error(`${face} has no ${text.slice(at)}`);
    const upright = direction === 'down' ? 1000 : table.advances[entry]!;
    glyphs.push({ gid: dash?.gid ?? table.gids[entry]!, cell: dash?.advance ?? upright, at });
    at += dash === null ? String.fromCodePoint(text.codePointAt(at)!).length : 2;
  }
  const cells = glyphs.map(({ cell }, place) => draft.glyphs?.[place]?.cell ?? cell);
  return {
    kind: 'glyphs',
    role: draft.role ?? 'paragraph',
    block: draft.block ?? 'body',
    face,
    size: draft.size ?? 10,
    swatch: draft.swatch ?? 'black',
    at: { x: draft.x, y: draft.y },
    direction,
    gids: glyphs.map(({ gid }, place) => draft.glyphs?.[place]?.gid ?? gid),
    drawings: [],
    cells,
    shifts: glyphs.map((_, place) => draft.glyphs?.[place]?.shift ?? 0),
    dx: cells.map((cell, place) => cell + (typeof gaps === 'number' ? gaps : (gaps[place] ?? 0))),
    text,
    clusters: glyphs.map(({ at }) => at),
    map: { file: 'articles/a.md', runs: [{ at: 0, start: 0 }], end: text.length },
    line: 0,
  };
}

export function picture(draft: Pick<Picture, 'image' | 'box'> & Partial<Picture>): Loose<Picture> {
  return {
    kind: 'picture',
    role: 'photo',
    block: 'photo',
    crop: UNCROPPED,
    outline: null,
    alt: null,
    ...draft,
  };
}

export function rule(draft: Pick<Rule, 'from' | 'to'> & Partial<Rule>): Loose<Rule> {
  return { kind: 'rule', role: 'rule', block: 'furniture', width: 1, swatch: 'black', ...draft };
}

export function shape(draft: Pick<Shape, 'box' | 'fill' | 'stroke'> & Partial<Shape>): Loose<Shape> {
  return { kind: 'shape', role: 'furniture', block: 'furniture', radius: 0, ...draft };
}

export function path(draft: Pick<Path, 'curves' | 'width'> & Partial<Path>): Loose<Path> {
  return { kind: 'path', role: 'paragraph', block: 'body', swatch: 'black', ...draft };
}

export interface PageDraft {
  readonly label?: string;
  readonly section?: string | null;
  readonly trim?: Size;
  readonly items: readonly DraftItem[];
  readonly blocks?: readonly (Pick<PlacedBlock, 'id'> & Partial<PlacedBlock>)[];
}

/** Pages with these items; all blocks belong to one story, `a`, unless `blocks` says otherwise. */
export function made(drafts: readonly PageDraft[], headline: string | null = null): Made {
  const pages = drafts.map(pageOf);
  const nothing = { lines: 0, characters: 0 };
  const fit = {
    id: 'a',
    part: 0,
    parts: 1,
    columns: 1,
    lines: 1,
    characters: 1,
    overset: nothing,
    short: nothing,
    steps: [],
    share: null,
    head: { size: 36, tracking: 0, rows: ['春风', '送暖'] },
  };
  const fits = pages.map(({ label }) => ({ ...fit, page: label, headline }));
  return { pages, structure: [], fits, banners: [] };
}

function pageOf({
  label = '05',
  section = null,
  trim = { width: 400, height: 300 },
  ...draft
}: PageDraft): Page {
  const ids = draft.blocks ?? [...new Set(draft.items.map((item) => item.block))].map((id) => ({ id }));
  return {
    label,
    section,
    side: 'right',
    trim,
    bleed: 0,
    grid: {
      direction: 'across',
      left: 20,
      top: 20,
      em: 10,
      pitch: 15,
      lines: 10,
      columns: 1,
      chars: 36,
      fold: null,
      gutter: 1,
    },
    blocks: ids.map((block) => ({
      role: 'story',
      story: 'a',
      part: 0,
      polygon: [
        { x: 20, y: 20 },
        { x: 380, y: 280 },
      ],
      source: { file: 'articles/a.md', start: 0, end: 0 },
      ...block,
    })),
    lines: [],
    items: draft.items.map((item, id) => ({ ...item, id })),
  };
}
