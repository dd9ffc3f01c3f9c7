/** The pages of issue.yaml, with their articles and photos → page specs. */

import { type Diagnostic, errorAt, hasErrors, message, type Span } from '../diagnostics.ts';
import { BLOCK_LIMIT } from './body-limits.ts';
import { checkFields, isQuoted } from './check-fields.ts';
import { checkDummy, readDummy } from './dummy.ts';
import type { Located, Values } from './field-types.ts';
import { PAGE_FIELDS } from './fields.ts';
import type { ReadTable } from './inline.ts';
import type { Article, Leaf, PageSpec, RichProse, Silence } from './issue.ts';
import { numberOf } from './page-number.ts';
import { type Folder, find } from './paths.ts';
import { type Photos, readPhoto } from './photos.ts';
import { type ArticleDraft, line, readArticle, type Story, tableArticle } from './read-article.ts';
import { blocksOf, type NamedArticle, readBlocks } from './read-blocks.ts';
import { type Gathering, readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';
import type { SourceText } from './source-text.ts';
import { CHINESE_QUOTES, trapAt } from './yaml-traps.ts';

/** The most characters the articles of an issue may have. */
const CHARACTER_LIMIT = 2_000_000;

/** What the pages of one issue share while they are read. */
export interface PageReading {
  readonly gathering: Gathering;
  readonly folder: Folder;
  readonly normalized: boolean;
  /** The theme's: quotes are 「」. */
  readonly corners: boolean;
  readonly photos: Photos;
  /** Labels of the pages wanted; empty: all. */
  readonly wanted: readonly string[];
  /** Pages that share a story with one that is wanted. */
  readonly joined: Set<PageRecord>;
  /** Labels of all pages, in order, where they could be read. */
  readonly labels: string[];
  /** Of all pages, a 通版 counted as two. */
  readonly leaves: string[];
  /** The paths of all pages and articles that issue.yaml names. */
  readonly named: ReadonlySet<string>;
  /** Where an article was named first, and where an id was taken, by path and by id. */
  readonly used: Map<string, Span>;
  readonly ids: Map<string, string>;
  /** The articles that page plans have named, by path: named again, they go on. */
  readonly planned: Map<string, Article>;
  /** Of house.yaml. */
  readonly staff: readonly RichProse[];
  characters: number;
}

type PageEntry = Located<{ readonly path: string } | { readonly record: Values<typeof PAGE_FIELDS> }>;

export type PageRecord = Located<Values<typeof PAGE_FIELDS>>;

/** `position`: from 1. @returns null if the page is not wanted, or after an error. */
export function readPage(reading: PageReading, record: PageRecord, position: number): PageSpec | null {
  const { value: fields, span } = record;
  const { diagnostics, counts } = reading.gathering;
  const story: Story = { normalized: reading.normalized, corners: reading.corners, counts, diagnostics };
  const leaves = [fields.label, fields.spread].flatMap((draft) => leafOf(reading, draft, position));
  const label = leaves[0] === undefined ? null : wholeLabel(leaves);
  const section = line(story, fields.section);
  if (label !== null) reading.labels.push(label.text);
  const wanted = reading.wanted.length === 0 || (label !== null && reading.wanted.includes(label.text));
  if (!wanted && !reading.joined.has(record)) {
    forgetFaults(diagnostics, span);
    return null;
  }
  const listed = fields.articles?.value ?? [];
  const planned = fields.blocks?.value ?? [];
  if (fields.articles !== null && fields.blocks !== null) {
    const text = message(
      'articles（稿件）和 blocks（版块）只能写一样',
      'articles and blocks exclude each other',
    );
    diagnostics.push(errorAt(fields.articles.span, 'articles-and-blocks', text, IN_BLOCKS));
  } else if (listed.length + planned.length === 0) {
    const page = label === null ? { zh: '这个版', en: 'the page' } : pageNamed(label.text);
    const text = message(`${page.zh}没有稿件`, `${page.en} has no article`);
    diagnostics.push(
      errorAt((fields.articles ?? fields.blocks)?.span ?? span, 'no-articles', text, LIST_ONE),
    );
  }
  const dummy = fields.dummy === null ? null : readDummy(fields.dummy, diagnostics);
  if (dummy !== null) diagnostics.push(...checkDummy(dummy, planned));
  const plan = readBlocks(
    planned,
    { diagnostics, dummy, share: fields.share?.value ?? null },
    (path) => namedArticle(reading, path),
    (draft) => line(story, draft),
  );
  const articles =
    fields.blocks === null ? listed.flatMap((path) => articleOf(reading, path) ?? []) : plan.articles;
  checkSize(articles, span, diagnostics);
  if (label === null || fields.template === null) return null;
  const { value: template, span: templateSpan } = fields.template;
  return {
    label,
    leaves: checkSides(leaves, span, diagnostics),
    number: numberOf(leaves[0]!.label, leaves[1]?.label ?? null),
    section,
    template,
    templateSpan,
    articles,
    blocks: fields.blocks === null ? blocksOf(articles) : plan.blocks,
    dummy,
    share: fields.share?.value ?? null,
    staff: staffOf(
      reading.staff,
      (fields.staff?.value ?? []).map((draft) => line(story, draft)!),
    ),
    layout: fields.layout?.value ?? null,
    silence: silenceOf(fields.silence),
    wanted,
    position,
    side: leaves[0]!.side,
    span,
  };
}

function silenceOf(silence: PageRecord['value']['silence']): readonly Silence[] {
  return (silence?.value ?? []).flatMap(({ value: { code, reason } }) =>
    code === null ? [] : [{ check: code.value, reason: reason?.value ?? null }],
  );
}

/** The page's own stand for those of the same role, its first word; in their place, new ones behind. */
function staffOf(house: readonly RichProse[], own: readonly RichProse[]): readonly RichProse[] {
  const roleOf = ({ text }: RichProse): string => /^[^\s：:]*/.exec(text)![0];
  const left = [...own];
  const known = house.map((one) => {
    const at = left.findIndex((other) => roleOf(other) === roleOf(one));
    return at === -1 ? one : left.splice(at, 1)[0]!;
  });
  return [...known, ...left];
}

function checkSize(articles: readonly Article[], span: Span, diagnostics: Diagnostic[]): void {
  const blocks = articles.reduce((sum, { body, photos }) => sum + body.length + photos.length, 0);
  if (blocks > BLOCK_LIMIT) {
    const text = message(
      `本版有 ${blocks} 块文字和图片，上限是 ${BLOCK_LIMIT}`,
      `the page has ${blocks} blocks of text and photos; the limit is ${BLOCK_LIMIT}`,
    );
    diagnostics.push(errorAt(span, 'too-many-blocks', text));
  }
}

function pageNamed(label: string): { zh: string; en: string } {
  return { zh: `第${label}版`, en: `page ${label}` };
}

const IN_BLOCKS = message(
  '每块的稿件写在块里：article（稿件）。',
  'Name the article of each block in the block.',
);

const LIST_ONE = message(
  '请在 articles（稿件）里列出稿件，或删去这一版。',
  'List one under articles, or remove the page.',
);

/** A fault of a page that nobody asked for stops none that was. */
function forgetFaults(diagnostics: Diagnostic[], { file, start, end }: Span): void {
  const kept = diagnostics.filter(({ span }) => span?.file !== file || span.start < start || span.end > end);
  diagnostics.splice(0, diagnostics.length, ...kept);
}

function spanOfField(draft: {
  readonly file: string;
  readonly offsets: readonly number[];
  readonly end: number;
}): Span {
  return { file: draft.file, start: draft.offsets[0] ?? draft.end, end: draft.end };
}

const PAGE = { zh: '版面文件', en: 'page file' };
const ARTICLE = { zh: '稿件', en: 'article' };

/** The fields as they stand in issue.yaml, or those of the page's own file. */
export function pageRecord(reading: PageReading, entry: PageEntry): PageRecord | null {
  if ('record' in entry.value) return { value: entry.value.record, span: entry.span };
  const { gathering, folder } = reading;
  const { diagnostics, counts } = gathering;
  const found = find(
    folder,
    { value: entry.value.path, span: entry.span },
    { ...PAGE, named: reading.named },
  );
  if ('fault' in found) {
    diagnostics.push(found.fault);
    return null;
  }
  const source = readText(gathering, found.path, found.key, entry.span);
  if (source === null) return null;
  const yaml = readYaml(source, 0, source.clean.length);
  diagnostics.push(...yaml.diagnostics);
  const start = { file: found.key, start: 0, end: 0 };
  const value = checkFields({ yaml, start, counts, diagnostics }, PAGE_FIELDS);
  return { value, span: yaml.root?.span ?? start };
}

function leafOf(
  reading: PageReading,
  draft: PageRecord['value']['label'],
  position: number,
): readonly Leaf[] {
  const { diagnostics, counts } = reading.gathering;
  const { normalized, corners } = reading;
  const label = line({ normalized, corners, counts, diagnostics }, draft);
  if (label === null || draft === null) return [];
  const span = spanOfField(draft);
  if (isQuoted(label.text)) diagnostics.push(trapAt(span, CHINESE_QUOTES));
  if (reading.leaves.includes(label.text)) {
    const text = message(`版序“${label.text}”用了两次`, `the page label "${label.text}" is given twice`);
    diagnostics.push(errorAt(span, 'duplicate-label', text));
  }
  reading.leaves.push(label.text);
  return [{ label, side: sideOf(label.text, position) }];
}

/** Of a 通版 both: `02-03`. */
function wholeLabel(leaves: readonly Leaf[]): RichProse {
  return { ...leaves[0]!.label, text: leaves.map(({ label }) => label.text).join('-') };
}

/** 通版: the two sides of one leaf cannot be seen together. */
function checkSides(leaves: readonly Leaf[], span: Span, diagnostics: Diagnostic[]): readonly Leaf[] {
  const [left, right] = leaves;
  if (left === undefined || right === undefined || (left.side === 'left' && right.side === 'right')) {
    return leaves;
  }
  const text = message(
    `“${left.label.text}”和“${right.label.text}”不能合成通版：左边要是双版，右边要是单版`,
    `"${left.label.text}" and "${right.label.text}" are no spread: the left page has an even number, the right an odd one`,
  );
  const hint = message('如 label: "02"、spread: "03"。', 'As in label: "02", spread: "03".');
  diagnostics.push(errorAt(span, 'spread-sides', text, hint));
  return leaves;
}

/** 单版 are right-hand pages. The last number in a label counts: `A3`, `05`. */
function sideOf(label: string, position: number): PageSpec['side'] {
  const digits = /(\d)\D*$/.exec(label)?.[1];
  return (digits === undefined ? position : Number(digits)) % 2 === 1 ? 'right' : 'left';
}

/** In page plans an article may be named again: there its story goes on. */
function namedArticle(reading: PageReading, given: Located<string>): NamedArticle | null {
  const known = reading.planned.get(given.value);
  if (known !== undefined) return { article: known, again: true };
  const article = articleOf(reading, given);
  if (article === null) return null;
  reading.planned.set(given.value, article);
  return { article, again: false };
}

function articleOf(reading: PageReading, given: Located<string>): Article | null {
  const { gathering, folder, used } = reading;
  const { diagnostics, counts } = gathering;
  const found = find(folder, given, { ...ARTICLE, named: reading.named });
  if ('fault' in found) {
    diagnostics.push(found.fault);
    return null;
  }
  if (used.has(found.key)) {
    const text = message(`稿件“${found.key}”已经上过版`, `the article "${found.key}" is on a page already`);
    diagnostics.push(errorAt(given.span, 'duplicate-article', text, ONCE));
    return null;
  }
  used.set(found.key, given.span);
  const source = readText(gathering, found.path, found.key, given.span);
  if (source === null) return null;
  const before = reading.characters;
  reading.characters += source.clean.length;
  if (reading.characters > CHARACTER_LIMIT) {
    if (before <= CHARACTER_LIMIT) diagnostics.push(errorAt(given.span, 'issue-too-long', TOO_LONG));
    return null;
  }
  const readTable: ReadTable = (file) => tableFile(reading, file);
  const around = { ...reading, readTable };
  const isTable = /\.csv$/i.test(found.key);
  const read = isTable ? tableArticle(source, around, counts) : readArticle(source, around, counts);
  diagnostics.push(...read.diagnostics);
  if (!hasErrors(read.diagnostics) && isEmpty(read.article)) {
    const start = { file: found.key, start: 0, end: 0 };
    diagnostics.push(errorAt(start, 'empty-article', EMPTY_ARTICLE, FILL_ARTICLE));
  }
  return complete(reading, read.article);
}

const TABLE = { zh: '表格文件', en: 'table' };

/** The CSV file that a table names; its characters count among the issue's. */
function tableFile(reading: PageReading, given: Located<string>): SourceText | null {
  const { gathering, folder } = reading;
  const found = find(folder, given, TABLE);
  if ('fault' in found) {
    gathering.diagnostics.push(found.fault);
    return null;
  }
  const source = readText(gathering, found.path, found.key, given.span);
  reading.characters += source?.clean.length ?? 0;
  return source;
}

/** Without a word or a picture to print. */
function isEmpty({
  kicker,
  headline,
  deck,
  summary,
  byline,
  dateline,
  signoff,
  ...rest
}: ArticleDraft): boolean {
  const heads = [kicker, headline, deck, summary, byline, dateline, signoff];
  return heads.every((head) => head === null) && rest.photos.length === 0 && rest.body.length === 0;
}

const EMPTY_ARTICLE = message('稿件是空的', 'the article is empty');
const FILL_ARTICLE = message(
  '请核对文件是否存好，或从 articles（稿件）里删去它。',
  'See whether the file was saved, or remove it from the articles.',
);

const ONCE = message('同一篇稿件在一期里只能上一次。', 'An article can stand in an issue once.');
const TOO_LONG = message(
  '本期稿件合计超过 200 万字符的上限，从这篇起没有再读',
  'the articles of the issue exceed 2 million characters; from this one on none was read',
);

/** With its id and its photos. */
function complete(reading: PageReading, draft: ArticleDraft): Article {
  const { gathering, folder, photos, ids } = reading;
  const stem = draft.file.slice(draft.file.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]*$/, '');
  const id = draft.id?.value ?? stem;
  const other = ids.get(id);
  if (other !== undefined) {
    const text = message(
      `编号“${id}”与稿件“${other}”重复`,
      `the id "${id}" is taken by the article "${other}"`,
    );
    const hint = message('请在稿件开头写一个不同的 id（编号）。', 'Give it another id in its front matter.');
    const span = draft.id?.span ?? { ...draft.span, end: 0 };
    gathering.diagnostics.push(errorAt(span, 'duplicate-id', text, hint));
  }
  ids.set(id, draft.file);
  const uses = draft.photos.flatMap((photo) => readPhoto(gathering, folder, photos, photo) ?? []);
  return { ...draft, id, photos: uses };
}
