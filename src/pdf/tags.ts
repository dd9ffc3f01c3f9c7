/** The reading order of stage ④ → the tree of tags of a document, and whose mark stands round each item. */

import type { Rect } from '../geometry.ts';
import type { GlyphRun, Item, Made, Node, Page, Role } from '../layout/page.ts';
import type { Layers } from './layers.ts';

/** Standard structure types (ISO 32000-1, 14.8.4): no other is written, so no role map is needed. */
export type TagType =
  | 'Document'
  | 'Art'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Figure'
  | 'Caption'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span';

export interface Tag {
  readonly type: TagType;
  /** Null: as the element around it. */
  readonly lang: string | null;
  readonly alt: string | null;
  /** Of a list: how its entries are marked; ISO 32000-1, 14.8.5.5. */
  readonly numbering: 'Disc' | 'Decimal' | null;
  /** Of a figure: where it stands, on which page; ISO 32000-1, 14.8.5.4.3. */
  readonly box: { readonly page: number; readonly rect: Rect } | null;
  readonly children: Child[];
}

/** An element below, or a stretch of a page's content by its number there (MCID). */
export type Child = Tag | { readonly page: number; readonly mark: number };

export interface TagTree {
  readonly root: Tag;
  /** By page, by the item's id: the element it belongs to. An item that is not there is an artifact. */
  readonly owners: readonly ReadonlyMap<number, Tag>[];
  /** By the text of a list's entry: the element that its mark, at the front of the text, belongs to. */
  readonly labels: Map<Tag, Tag>;
}

/** Of a newspaper in Chinese, elements that say nothing are in it too. */
export function tagTree(made: Made, lang: string): TagTree {
  const root = tag('Document', { lang });
  const owners = made.pages.map(() => new Map<number, Tag>());
  const labels = new Map<Tag, Tag>();
  for (const node of made.structure) {
    const building: Building = { made, owners, lang, labels, levels: [] };
    const child = node.role === 'furniture' ? furniture(building, node) : element(building, node);
    if (child !== null) root.children.push(child);
  }
  return { root, owners, labels };
}

interface Building {
  readonly made: Made;
  readonly owners: readonly Map<number, Tag>[];
  readonly lang: string;
  readonly labels: Map<Tag, Tag>;
  /** Of the story: the levels, as its author has them, of the headings that the next one may stand under. */
  readonly levels: number[];
}

function tag(type: TagType, more: Partial<Omit<Tag, 'type' | 'children'>> = {}): Tag {
  return { type, lang: null, alt: null, numbering: null, box: null, ...more, children: [] };
}

/**
 * By role. 引题 and 副题 stand at their place in the reading order; a heading of a heading's own level would be
 * no part of the outline of the story, so they are paragraphs.
 */
const TYPES: Partial<Record<Role, TagType>> = {
  story: 'Art',
  quote: 'BlockQuote',
  pullquote: 'BlockQuote',
  factbox: 'Sect',
  filler: 'Sect',
  figure: 'Figure',
  caption: 'Caption',
  table: 'Table',
  row: 'TR',
  'head-cell': 'TH',
  cell: 'TD',
};

const HEADINGS: readonly TagType[] = ['H1', 'H2', 'H3', 'H4'];

function element(building: Building, node: Node): Tag {
  const box = node.role === 'figure' ? figureBox(building, node) : null;
  const lang = node.lang === building.lang ? null : node.lang;
  const made = tag(typeOf(building, node), { lang, alt: node.alt, box });
  own(building, node, made);
  made.children.push(...childrenOf(building, node));
  return made;
}

/**
 * No level is left out on the way down, whatever the author wrote: ISO 14289-1, 7.4.2. A `###` right under the
 * headline is a heading of the second level.
 */
function typeOf({ levels }: Building, { role, level }: Node): TagType {
  if (role !== 'headline' && role !== 'subhead') return TYPES[role] ?? 'P';
  const wanted = role === 'headline' ? 1 : level;
  while (levels.length > 0 && levels.at(-1)! >= wanted) levels.pop();
  levels.push(wanted);
  return HEADINGS[levels.length - 1]!;
}

/** Entries of a list that follow each other are one list. What is drawn again in a story is no part of its text. */
function childrenOf(building: Building, { children }: Node): readonly Tag[] {
  const tags: Tag[] = [];
  let list: Tag | null = null;
  for (const child of children) {
    if (child.role === 'furniture') continue;
    const made = element(building, child);
    if (child.role !== 'item') {
      list = null;
      tags.push(made);
      continue;
    }
    const mark = markOf(building, child);
    if (list === null || (mark !== null && mark.numbering !== list.numbering)) {
      list = tag('L', { numbering: mark?.numbering ?? null });
      tags.push(list);
    }
    list.children.push(entryOf(building, { ...made, type: 'LBody' }, mark !== null, child));
  }
  return tags;
}

/** The mark of an entry as it is printed: `•`, or a number and what stands behind it, `3.`. */
const MARK = /^(?:•|\d+[.、．)]?)\s*/;

function markOf({ made }: Building, { items }: Node): { readonly numbering: 'Disc' | 'Decimal' } | null {
  const [first] = items;
  const item = first === undefined ? undefined : made.pages[first.page]!.items[first.item];
  const mark = item?.kind === 'glyphs' ? MARK.exec(item.text)?.[0] : undefined;
  return mark === undefined ? null : { numbering: mark.startsWith('•') ? 'Disc' : 'Decimal' };
}

function entryOf(building: Building, body: Tag, isMarked: boolean, node: Node): Tag {
  own(building, node, body);
  if (!isMarked) return { ...tag('LI'), children: [body] };
  const label = tag('Lbl');
  building.labels.set(body, label);
  return { ...tag('LI'), children: [label, body] };
}

/** Its text and pictures; what else is drawn for it, its rules and panels, are artifacts. */
function own({ made, owners }: Building, { items }: Node, owner: Tag): void {
  for (const { page, item } of items) {
    const { kind } = made.pages[page]!.items[item]!;
    if (kind === 'glyphs' || kind === 'picture') owners[page]!.set(item, owner);
  }
}

/**
 * Mastheads, indexes and ads are read, a paragraph for each of their lines, their pictures by their alternative
 * text; a folio, the same on every page, is an artifact (ISO 32000-1, 14.8.2.2.2), and so is furniture that says
 * nothing.
 */
function furniture({ made, owners }: Building, node: Node): Tag | null {
  const section = tag('Sect');
  let line = -1;
  for (const { page, item: index } of node.items) {
    const item = made.pages[page]!.items[index]!;
    if (item.role === 'folio') continue;
    if (item.kind === 'picture' && item.alt !== null) {
      section.children.push(tag('Figure', { alt: item.alt, box: { page, rect: item.box } }));
      line = -1;
    } else if (item.kind === 'glyphs') {
      if (item.line !== line) section.children.push(tag('P'));
      line = item.line;
    } else continue;
    owners[page]!.set(item.id, section.children.at(-1) as Tag);
  }
  return section.children.length === 0 ? null : section;
}

/** All its pictures and frames, on the page of the first. */
function figureBox({ made }: Building, { items }: Node): Tag['box'] {
  const first = items[0];
  if (first === undefined) return null;
  const boxes = items.flatMap(({ page, item }) => {
    const drawn = made.pages[page]!.items[item]!;
    return page === first.page && (drawn.kind === 'picture' || drawn.kind === 'shape') ? [drawn.box] : [];
  });
  return boxes.length === 0 ? null : { page: first.page, rect: around(boxes) };
}

function around(boxes: readonly Rect[]): Rect {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const foot = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: foot - y };
}

/** Latin words of two letters and more: what a reader's voice has to change its language for. */
const LATIN = /[A-Za-z][A-Za-z'’-]*[A-Za-z]/g;

const LATIN_LETTER = /[A-Za-z]/;

/** A run in pieces, so that each Latin word is one of its own; the run itself where there is none. */
export function latinPieces(run: GlyphRun): readonly { readonly run: GlyphRun; readonly latin: boolean }[] {
  // Most runs have no letter of one.
  if (!LATIN_LETTER.test(run.text)) return [{ run, latin: false }];
  const words = [...run.text.matchAll(LATIN)].map(
    ({ index, 0: word }) => [index, index + word.length] as const,
  );
  if (words.length === 0 || run.gids.some((gid) => gid < 0)) return [{ run, latin: false }];
  const isLatin = (glyph: number): boolean => {
    const at = run.clusters[glyph]!;
    return words.some(([from, to]) => at >= from && at < to);
  };
  const pieces: { run: GlyphRun; latin: boolean }[] = [];
  for (let from = 0; from < run.gids.length; ) {
    const latin = isLatin(from);
    let to = from + 1;
    while (to < run.gids.length && isLatin(to) === latin) to++;
    pieces.push({ run: partOfRun(run, from, to), latin });
    from = to;
  }
  return pieces;
}

/** Glyphs `from` to `to` of a run, at their own place. */
function partOfRun(run: GlyphRun, from: number, to: number): GlyphRun {
  const before = (run.dx.slice(0, from).reduce((sum, dx) => sum + dx, 0) * run.size) / 1000;
  const start = run.clusters[from]!;
  const end = run.clusters[to] ?? run.text.length;
  const { x, y } = run.at;
  return {
    ...run,
    at: run.direction === 'across' ? { x: x + before, y } : { x, y: y + before },
    gids: run.gids.slice(from, to),
    cells: run.cells.slice(from, to),
    shifts: run.shifts.slice(from, to),
    dx: run.dx.slice(from, to),
    clusters: run.clusters.slice(from, to).map((at) => at - start),
    text: run.text.slice(start, end),
  };
}

/** An item to draw. Items of one group are drawn in one text object; every other item is a group of its own. */
export interface MarkedItem {
  readonly item: Item;
  readonly group: number;
  /** The operator before it, closed by the next one's or at the group's end; null: its mark is the one before. */
  readonly begins: string | null;
}

/** Marks every item of a page; `parents`: the element that each of its marks belongs to, by its number. */
export function markItems(
  page: Page,
  index: number,
  { owners, labels, layers }: Pick<TagTree, 'owners' | 'labels'> & { readonly layers: Layers },
): { readonly items: readonly MarkedItem[]; readonly parents: readonly Tag[] } {
  const stories = new Map(page.blocks.map(({ id, story }) => [id, story ?? id]));
  const parents: Tag[] = [];
  const items: MarkedItem[] = [];
  let group = -1;
  let story: string | null = null;
  let last: Tag | null = null;
  const add = ({ item, owner, above }: OwnedItem): void => {
    if (above !== null) above.children.push(owner!);
    const next = item.kind === 'glyphs' ? stories.get(item.block)! : null;
    const sameGroup = next !== null && next === story;
    story = next;
    if (!sameGroup) group++;
    const layer = layers.get(item.block);
    const begins =
      sameGroup && owner === last
        ? null
        : layer === undefined
          ? beginning(owner, parents, index)
          : `/OC /${layer.name} BDC`;
    last = owner;
    items.push({ item, group, begins });
  };
  for (const item of page.items) for (const piece of ownedPieces(item, owners[index]!, labels)) add(piece);
  return { items, parents };
}

function beginning(owner: Tag | null, parents: Tag[], page: number): string {
  if (owner === null) return '/Artifact BMC';
  owner.children.push({ page, mark: parents.length });
  parents.push(owner);
  return `/${owner.type} <</MCID ${parents.length - 1}>> BDC`;
}

interface OwnedItem {
  readonly item: Item;
  readonly owner: Tag | null;
  /** The element that the owner, of one word, is to be put under; null: it has its place. */
  readonly above: Tag | null;
}

/** A run of text with Latin words is as many items, each word in an element of its own; so is the mark of an entry. */
function ownedPieces(
  item: Item,
  owners: ReadonlyMap<number, Tag>,
  labels: Map<Tag, Tag>,
): readonly OwnedItem[] {
  const owner = owners.get(item.id) ?? null;
  if (item.kind !== 'glyphs' || owner === null) return [{ item, owner, above: null }];
  const label = labels.get(owner);
  if (label !== undefined) {
    labels.delete(owner);
    const { head, rest } = partedRun(item, MARK.exec(item.text)?.[0].length ?? 0);
    return [{ item: head, owner: label, above: null }, ...(rest === null ? [] : wordPieces(rest, owner))];
  }
  return wordPieces(item, owner);
}

function wordPieces(item: GlyphRun, owner: Tag): readonly OwnedItem[] {
  return latinPieces(item).map(({ run, latin }) =>
    latin
      ? { item: run, owner: tag('Span', { lang: 'en' }), above: owner }
      : { item: run, owner, above: null },
  );
}

/** A run in two, the first with so many characters of its text. */
function partedRun(
  run: GlyphRun,
  length: number,
): { readonly head: GlyphRun; readonly rest: GlyphRun | null } {
  const to = run.clusters.findIndex((at) => at >= length);
  if (to === -1 || run.gids.some((gid) => gid < 0)) return { head: run, rest: null };
  return { head: partOfRun(run, 0, to), rest: partOfRun(run, to, run.gids.length) };
}
