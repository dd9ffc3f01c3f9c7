/** An article's file (front matter and body) → its parts, normalised, with everything that is wrong in it. */

import { type Diagnostic, hasErrors, message, type Span, warningAt } from '../diagnostics.ts';
import type { BlockDraft } from './block-draft.ts';
import { blockDrafts } from './blocks.ts';
import { bodyFault } from './body-limits.ts';
import { checkFields } from './check-fields.ts';
import { cutBody } from './cut-body.ts';
import { type Draft, spanOf, toRichProse } from './draft.ts';
import type { Located, Values } from './field-types.ts';
import { ARTICLE_FIELDS } from './fields.ts';
import { frontMatter } from './front-matter.ts';
import type { Reading } from './inline.ts';
import type { Article, Block, PhotoUse, RichProse } from './issue.ts';
import { joinLines } from './lines.ts';
import { freshQuotes, normalise, normaliseLine } from './normalise/index.ts';
import { unpaired } from './normalise/pairs.ts';
import type { PHOTO_FIELDS } from './photo-fields.ts';
import { hasCorners } from './profile-words.ts';
import { partRows } from './row-ends.ts';
import type { SourceText } from './source-text.ts';
import { readSpans } from './spans.ts';
import { csvTable, PLAIN_TABLE } from './table.ts';
import type { Tally } from './tally.ts';

/** A photo as the front matter gives it; whether the file is there is not yet known. */
export type PhotoDraft = Omit<PhotoUse, 'file'> & { readonly file: Located<string> };

/** An article before its photos are looked at. `id`: null if the front matter gives none. */
export type ArticleDraft = Omit<Article, 'id' | 'photos'> & {
  readonly id: Located<string> | null;
  readonly photos: readonly PhotoDraft[];
};

export interface ArticleRead {
  readonly article: ArticleDraft;
  readonly diagnostics: readonly Diagnostic[];
}

/** What holds around an article: whether texts are normalised and quotes 「」. The front matter may say otherwise. */
export type Around = Pick<Story, 'normalized' | 'corners'> & Pick<Reading, 'readTable'>;

export function readArticle(source: SourceText, around: Around, counts: Tally): ArticleRead {
  const diagnostics: Diagnostic[] = [];
  const start = { file: source.file, start: 0, end: 0 };
  const { yaml, bodyStart } = frontMatter(source, diagnostics);
  const fields =
    yaml === null ? NO_FIELDS : checkFields({ yaml, start, counts, diagnostics }, ARTICLE_FIELDS);
  diagnostics.unshift(...(yaml?.diagnostics ?? []));
  const tooMuch = yaml === null ? null : bodyFault(source, bodyStart);
  if (tooMuch !== null) diagnostics.push(tooMuch);
  const pieces = yaml === null || tooMuch !== null ? [] : cutBody(source.clean, bodyStart);
  const drafts = blockDrafts({ source, diagnostics, readTable: around.readTable }, pieces);
  if (!hasErrors(diagnostics)) warnOfLoneHeads(drafts, diagnostics);
  return { article: articleOf({ source, around, counts, diagnostics }, fields, drafts), diagnostics };
}

/** A CSV file named where an article could be: a table without a head. */
export function tableArticle(source: SourceText, around: Around, counts: Tally): ArticleRead {
  const diagnostics: Diagnostic[] = [];
  const drafts = csvTable(source, PLAIN_TABLE, diagnostics);
  return { article: articleOf({ source, around, counts, diagnostics }, NO_FIELDS, drafts), diagnostics };
}

interface ArticleReading {
  readonly source: SourceText;
  readonly around: Around;
  readonly counts: Tally;
  readonly diagnostics: Diagnostic[];
}

function articleOf(
  { source, around, counts, diagnostics }: ArticleReading,
  fields: Values<typeof ARTICLE_FIELDS>,
  drafts: readonly BlockDraft[],
): ArticleDraft {
  const profile = fields.profile?.value ?? [];
  const story: Story = {
    normalized: isOn(fields.normalize, around.normalized),
    corners: hasCorners(profile, around.corners),
    counts,
    diagnostics,
  };
  const heads = {
    kicker: line(story, fields.kicker),
    headline: line(story, fields.headline),
    deck: line(story, fields.deck),
    summary: line(story, fields.summary),
    pullquote: line(story, fields.pullquote),
    filler: line(story, fields.filler),
    byline: line(story, fields.byline),
    dateline: line(story, fields.dateline),
    signoff: line(story, fields.signoff),
  };
  return {
    id: fields.id,
    file: source.file,
    ...heads,
    factbox: factboxOf(story, fields.factbox),
    photos: (fields.photos?.value ?? []).flatMap((photo) => photoDraft(story, photo)),
    body: bodyOf(story, drafts),
    priority: fields.priority?.value ?? 0,
    jump: line(story, fields.jump),
    profile,
    corrections: (fields.corrections?.value ?? []).map((correction) => correction.value),
    span: { file: source.file, start: 0, end: source.text.length },
  };
}

function factboxOf(story: Story, given: Values<typeof ARTICLE_FIELDS>['factbox']): ArticleDraft['factbox'] {
  const items = (given?.value.items?.value ?? []).flatMap((item) => line(story, item) ?? []);
  return { title: line(story, given?.value.title ?? null), items };
}

const NO_FIELDS: Values<typeof ARTICLE_FIELDS> = Object.fromEntries(
  Object.keys(ARTICLE_FIELDS).map((name) => [name, null]),
) as Values<typeof ARTICLE_FIELDS>;

/** `normalize:` as given, else what holds around it. */
export function isOn(given: Located<'on' | 'off'> | null, otherwise: boolean): boolean {
  return given === null ? otherwise : given.value === 'on';
}

/** What the texts of one story share. */
export interface Story {
  readonly normalized: boolean;
  /** Quotes are set as 「」 and 『』. */
  readonly corners: boolean;
  readonly counts: Tally;
  readonly diagnostics: Diagnostic[];
}

/** A text that stands by itself: a head part, a caption. */
export function line(story: Story, draft: Draft | null): RichProse | null {
  if (draft === null) return null;
  const marked = readSpans(draft, story.diagnostics);
  const text = story.normalized ? normaliseLine(marked, story.counts, story.corners) : marked;
  warnOfUnpaired(story, [text]);
  return toRichProse(text);
}

/** The names of a list as they stand in the texts, normalised like them; none twice. */
export function namesOf(list: Located<readonly Draft[]> | null, story: Story): readonly string[] {
  const names = (list?.value ?? []).map((draft) => line({ ...story, counts: new Map() }, draft)!.text.trim());
  return [...new Set(names)];
}

function photoDraft(
  story: Story,
  { value: photo, span }: Located<Values<typeof PHOTO_FIELDS>>,
): PhotoDraft[] {
  if (photo.file === null) return [];
  return [
    {
      file: photo.file,
      caption: line(story, photo.caption),
      captionOn: photo['caption-on']?.value ?? null,
      credit: line(story, photo.credit),
      alt: photo.alt?.value ?? null,
      columns: photo.columns?.value ?? null,
      lines: photo.lines?.value ?? null,
      place: photo.place?.value ?? null,
      wrap: wrapOf(photo, span, story.diagnostics),
      focus: photo.focus?.value ?? { x: 0.5, y: 0.5 },
      lowResolution: photo['low-resolution']?.value ?? null,
      span,
    },
  ];
}

/** 绕排: with a width of its own; without one, where it begins and its outline mean nothing. */
function wrapOf(
  { width, side, start, outline }: Values<typeof PHOTO_FIELDS>,
  span: Span,
  diagnostics: Diagnostic[],
): PhotoDraft['wrap'] {
  if (width !== null) {
    return {
      width: width.value,
      side: side?.value ?? 'right',
      start: start?.value ?? null,
      outline: outline?.value ?? null,
    };
  }
  const lone = side ?? start ?? outline;
  if (lone !== null && !hasErrors(diagnostics)) {
    const text = message('没有宽的图片占整栏，文字不绕排', 'without a width a picture takes whole columns');
    const hint = message('写上 宽，如 width: 8字。', 'Give it a width: width: 8字.');
    diagnostics.push(warningAt({ ...lone.span, file: span.file }, 'wrap-without-width', text, hint));
  }
  return null;
}

/** A head whose text is missing. One of a lower level below it is its text. */
function warnOfLoneHeads(drafts: readonly BlockDraft[], diagnostics: Diagnostic[]): void {
  for (const [index, block] of drafts.entries()) {
    const next = drafts[index + 1];
    if (block.kind !== 'subhead') continue;
    if (next !== undefined && (next.kind !== 'subhead' || next.level > block.level)) continue;
    const text = message('小标题后面没有正文', 'no text follows this subhead');
    const hint = message(
      '请核对是否漏了段落，或删去小标题。',
      'See whether a paragraph is missing, or remove it.',
    );
    diagnostics.push(warningAt(spanOf(block.draft), 'subhead-without-text', text, hint));
  }
}

function bodyOf(story: Story, drafts: readonly BlockDraft[]): Block[] {
  const quotes = freshQuotes(story.corners);
  const flow: Draft[] = [];
  const blocks = drafts.map((block): Block => {
    if (block.kind === 'cell') {
      const { draft, ...cell } = block;
      return { ...cell, prose: line(story, joinLines(draft))! };
    }
    const isHead = block.kind === 'subhead';
    const marked = readSpans(block.draft, story.diagnostics);
    const joined = joinLines(isHead ? partRows(marked, false) : marked);
    // The blanks within a line of verse are the poet's.
    const kind = isHead || block.kind === 'verse' ? 'line' : 'body';
    const text = story.normalized
      ? normalise(joined, kind, story.counts, isHead ? freshQuotes(story.corners) : quotes)
      : joined;
    if (isHead) warnOfUnpaired(story, [text]);
    else flow.push(text);
    const { draft: _, ...rest } = block;
    return { ...rest, prose: toRichProse(text) };
  });
  warnOfUnpaired(story, flow);
  return blocks;
}

/** Enough of a paragraph to find it by. */
const BEGINNING = 10;

function beginningOf(text: string): string {
  const characters = [...text.slice(0, 2 * BEGINNING)];
  return characters.slice(0, BEGINNING).join('') + (characters.length > BEGINNING ? '…' : '');
}

/** More than anybody mends from one list. */
const UNPAIRED_TOLD = 50;

function warnOfUnpaired(story: Story, flow: readonly Draft[]): void {
  const found = unpaired(flow.map((draft) => draft.text)).slice(0, UNPAIRED_TOLD);
  for (const { text: index, at, mark, missing } of found) {
    const draft = flow[index]!;
    const start = beginningOf(draft.text);
    const span: Span = spanOf(draft, at, at + 1);
    story.diagnostics.push(
      warningAt(
        span,
        'unpaired-quote',
        message(
          `${mark} 缺少配对的 ${missing}（段首：${start}）`,
          `${mark} has no ${missing} (in: ${start})`,
        ),
        message(
          `请核对原稿，补上 ${missing} 或删去 ${mark}。`,
          `Check the source: add ${missing} or remove ${mark}.`,
        ),
      ),
    );
  }
}
