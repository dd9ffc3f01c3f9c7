/** The path of an issue in → the issue read, checked and normalised, or everything that is wrong with it. */

import { parse } from 'yaml';
import { type Diagnostic, didYouMean, errorAt, meantHint, message, sortDiagnostics } from '../diagnostics.ts';
import type { FontLibrary } from '../fonts/face.ts';
import { loadFonts } from '../fonts/index.ts';
import type { ImageInfo } from '../images/image.ts';
import { joinWishes, type PressWish } from '../press.ts';
import type { World } from '../world.ts';
import { checkFields } from './check-fields.ts';
import type { Values } from './field-types.ts';
import { ISSUE_FIELDS, type PAGE_FIELDS } from './fields.ts';
import { indexed } from './index-items.ts';
import type { Counts, Issue, Keep, PageSpec, Theme } from './issue.ts';
import { type Folder, find, folderAt, joinPath } from './paths.ts';
import type { Photos } from './photos.ts';
import { hasCorners } from './profile-words.ts';
import { isOn, line, namesOf } from './read-article.ts';
import { readHouse } from './read-house.ts';
import { type PageReading, type PageRecord, pageRecord, readPage } from './read-pages.ts';
import { readPress } from './read-press.ts';
import { type Gathering, readText } from './read-text.ts';
import { readTheme } from './read-theme.ts';
import { readYaml } from './read-yaml.ts';
import { countsOf } from './tally.ts';
import { threaded } from './threads.ts';

export { parse as parseYaml } from 'yaml';
export { type IssueAbove, issueAbove } from './issue-above.ts';
export { hasCorners } from './profile-words.ts';
export { type Copy, readCopy } from './read-copy.ts';
export { readProfileWords } from './read-profile.ts';

export interface IssueOptions {
  /** The folder of the vendored themes. */
  readonly templates: string;
  /** The folder of the vendored fonts. */
  readonly fonts: string;
  /** The user's font folders, the first asked first; before the one that the issue names. */
  readonly userFonts: readonly string[];
  /** Labels of the pages to read, so that a fault on another page stops none of them; none: all. */
  readonly pages?: readonly string[];
}

export interface IssueRead {
  /** Null after an error outside the pages. A page with an error is not in it; the other pages are. */
  readonly issue: Issue | null;
  /** The issue's id; its folder's name where issue.yaml could not be read. */
  readonly id: string;
  /** The issue's folder, for World. */
  readonly root: string;
  /** The folder above, for World, where house.yaml was read from it. */
  readonly above: string | null;
  /** Labels of all its pages, in order, as far as they could be read. */
  readonly labels: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** The decoded texts by the file's name as messages show it, to print places from. */
  readonly sources: ReadonlyMap<string, string>;
  readonly normalized: Counts;
}

/**
 * Reads all of an issue: issue.yaml, pages in files of their own, articles, photo headers, theme, fonts.
 * All faults of all files are found in one run.
 *
 * @param path a folder, or its issue.yaml.
 * @throws MachineFault when the machine failed.
 */
export function readIssue(world: World, path: string, options: IssueOptions): IssueRead {
  const root = path.replace(/(?:^|\/)issue\.yaml$/, '').replace(/(?<=.)\/+$/, '') || '.';
  const folder = folderAt(world, root, 'issue');
  const gathering: Gathering = { world, diagnostics: [], sources: new Map(), counts: new Map() };
  const fields = readIssueFile(gathering, folder, path);
  const rest = fields === null ? null : readRest(gathering, folder, fields, options);
  const { diagnostics, sources, counts } = gathering;
  const id = fields?.id?.value ?? folderName(folder);
  const normalized = countsOf(counts);
  const isWhole = rest !== null && errorCount(diagnostics) === rest.pageErrors;
  return {
    issue: isWhole ? issueOf(rest, id, normalized) : null,
    id,
    root,
    labels: rest?.labels ?? [],
    above: rest?.above ?? null,
    diagnostics: sortDiagnostics(diagnostics),
    sources,
    normalized,
  };
}

function folderName({ root, real }: Folder): string {
  const last = root.slice(root.lastIndexOf('/') + 1);
  return last === '.' || last === '..' || last === ''
    ? real.slice(real.lastIndexOf('/') + 1) || 'issue'
    : last;
}

const FILE = 'issue.yaml';

function readIssueFile(
  gathering: Gathering,
  folder: Folder,
  path: string,
): Values<typeof ISSUE_FIELDS> | null {
  const { world, diagnostics, counts } = gathering;
  const names = world.list(folder.root);
  if (names === null || !names.includes(FILE)) {
    diagnostics.push(noIssue(path, names));
    return null;
  }
  const source = readText(gathering, joinPath(folder.root, FILE), FILE, null);
  if (source === null) return null;
  const yaml = readYaml(source, 0, source.clean.length);
  diagnostics.push(...yaml.diagnostics);
  return checkFields({ yaml, start: { file: FILE, start: 0, end: 0 }, counts, diagnostics }, ISSUE_FIELDS);
}

function noIssue(path: string, names: readonly string[] | null): Diagnostic {
  const hint = message(
    '请给出一期的文件夹（内有 issue.yaml），或它的 issue.yaml。',
    'Give the folder of an issue (with issue.yaml in it), or its issue.yaml.',
  );
  if (names === null) {
    return errorAt(
      null,
      'no-issue',
      message(`没有“${path}”这个文件夹`, `there is no folder "${path}"`),
      hint,
    );
  }
  const text = message(`“${path}”里没有 issue.yaml`, `there is no issue.yaml in "${path}"`);
  const likely = didYouMean(FILE, names);
  const rename = message(
    `文件夹里有 ${likely}，请改名为 issue.yaml。`,
    `There is a ${likely}: rename it to issue.yaml.`,
  );
  return errorAt(null, 'no-issue', text, likely === null ? hint : rename);
}

/** What issue.yaml leads to; null where it could not be read. */
interface Rest {
  readonly fields: Values<typeof ISSUE_FIELDS>;
  readonly paper: Issue['paper'];
  readonly house: Issue['house'];
  readonly number: Issue['number'];
  readonly above: string | null;
  /** Those without an error. */
  readonly pages: readonly PageSpec[];
  /** Errors of the others. */
  readonly pageErrors: number;
  readonly labels: readonly string[];
  readonly leaves: readonly string[];
  readonly theme: Theme | null;
  readonly keep: Keep;
  readonly press: PressWish;
  readonly fonts: FontLibrary;
  readonly photos: ReadonlyMap<string, ImageInfo | null>;
}

function readRest(
  gathering: Gathering,
  folder: Folder,
  fields: Values<typeof ISSUE_FIELDS>,
  options: IssueOptions,
): Rest {
  const { counts, diagnostics } = gathering;
  const normalized = isOn(fields.normalize, true);
  const photos: Photos = new Map();
  const { house, number, above } = readHouse(gathering, folder, photos, fields);
  const theme = fields.theme === null ? null : readTheme(gathering, folder, options.templates, fields.theme);
  const reading: PageReading = {
    gathering,
    folder,
    normalized,
    corners: hasCorners(theme?.profile ?? [], false),
    photos,
    wanted: options.pages ?? [],
    labels: [],
    leaves: [],
    named: filesNamed(fields),
    used: new Map(),
    ids: new Map(),
    planned: new Map(),
    joined: new Set(),
    staff: house.staff,
    characters: 0,
  };
  for (const drawing of theme?.ornaments.values() ?? []) photos.set(drawing.key, drawing);
  const story = { normalized, corners: reading.corners, counts, diagnostics };
  const paper = line(story, fields.paper) ?? house.facts.name;
  const { pages, pageErrors } = readPages(reading, fields, theme);
  const fonts = readFonts(gathering, folder, fields, options);
  const names = [...new Set([...(theme?.keep ?? []), ...namesOf(fields.keep, story)])];
  const keep = { names, inBody: isOn(fields['keep-in-body'], false) };
  const own = readPress(gathering, folder, fields.print);
  const press = joinWishes([own, house.press, ...(theme === null ? [] : [theme.press])]);
  const { labels, leaves } = reading;
  const read = { fields, paper, house, number, above, pages, pageErrors };
  return { ...read, labels, leaves, theme, keep, press, fonts, photos };
}

/** Pages' files and articles. */
function filesNamed({ pages }: Values<typeof ISSUE_FIELDS>): ReadonlySet<string> {
  return new Set(
    (pages?.value ?? []).flatMap(({ value }) => ('path' in value ? value.path : pathsIn(value.record))),
  );
}

function pathsIn({ articles, blocks }: Values<typeof PAGE_FIELDS>): readonly string[] {
  const listed = (articles?.value ?? []).map((article) => article.value);
  return [...listed, ...(blocks?.value ?? []).flatMap(({ value }) => value.article?.value ?? [])];
}

/** The pages without an error, and the number of errors of the others. */
function readPages(
  reading: PageReading,
  fields: Values<typeof ISSUE_FIELDS>,
  theme: Theme | null,
): { pages: readonly PageSpec[]; pageErrors: number } {
  const { diagnostics } = reading.gathering;
  if (fields.pages?.value.length === 0) {
    const text = message('pages（版面）里一个版也没有', 'there is no page in "pages"');
    diagnostics.push(errorAt(fields.pages.span, 'no-pages', text));
  }
  const sound = errorCount(diagnostics);
  const records = (fields.pages?.value ?? []).map((entry) => pageRecord(reading, entry));
  for (const record of joinedPages(records, reading.wanted)) reading.joined.add(record);
  const pages: PageSpec[] = [];
  let pageErrors = errorCount(diagnostics) - sound;
  let next = 1;
  for (const record of records) {
    const position = next;
    next += record === null || record.value.spread === null ? 1 : 2;
    if (record === null) continue;
    const before = errorCount(diagnostics);
    const page = readPage(reading, record, position);
    if (page !== null && theme !== null) checkTemplate(diagnostics, theme, page);
    // Fewer than before, where the faults of a page that is not wanted were forgotten.
    const errors = Math.max(0, errorCount(diagnostics) - before);
    if (page !== null && errors === 0) pages.push(page);
    pageErrors += errors;
  }
  return { pages: indexed(threaded(pages, diagnostics), diagnostics), pageErrors };
}

/** Pages joined by a story to one that is wanted, by way of others too; and those whose articles its index lists. */
function joinedPages(
  records: readonly (PageRecord | null)[],
  wanted: readonly string[],
): ReadonlySet<PageRecord> {
  const joined = new Set<PageRecord>();
  if (wanted.length === 0) return joined;
  const plans = records.flatMap((record) => {
    const blocks = record?.value.blocks?.value ?? [];
    const paths = blocks.flatMap(({ value }) => value.article?.value ?? []);
    return record === null ? [] : [{ record, paths, listed: listedIn(blocks) }];
  });
  const reached = new Set<string>();
  const visit = ({ record, paths, listed }: (typeof plans)[number]): void => {
    if (joined.has(record)) return;
    joined.add(record);
    for (const path of paths) reached.add(path);
    for (const plan of plans) {
      if (plan.paths.some((path) => reached.has(path) || listed(path))) visit(plan);
    }
  };
  for (const plan of plans) if (wanted.includes(labelOf(plan.record))) visit(plan);
  return joined;
}

function labelOf({ value: { label, spread } }: PageRecord): string {
  return [label, spread].flatMap((draft) => draft?.text ?? []).join('-');
}

type BlockRecords = NonNullable<Values<typeof PAGE_FIELDS>['blocks']>['value'];

/** Whether an index of the page may list an article: of its own accord any. */
function listedIn(blocks: BlockRecords): (path: string) => boolean {
  const indexes = blocks.filter(({ value }) => value.kind?.value === 'index');
  if (indexes.some(({ value }) => value.index === null)) return () => true;
  const names = indexes.flatMap(({ value }) =>
    value.index!.value.flatMap((item) => item.value.article?.value ?? []),
  );
  const stem = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return (path) => names.includes(path) || names.includes(stem(path));
}

function checkTemplate(diagnostics: Diagnostic[], theme: Theme, page: PageSpec): void {
  if (theme.pages.has(page.template)) return;
  const names = [...theme.pages.keys()];
  diagnostics.push(
    errorAt(
      page.templateSpan,
      'unknown-template',
      message(
        `版式 ${theme.name} 没有“${page.template}”这个模板`,
        `the theme ${theme.name} has no page template "${page.template}"`,
      ),
      ...meantHint(page.template, names),
      names.length === 0
        ? message(
            '版式的 pages 文件夹里一个模板（*.hbs）也没有。',
            'There is no template (*.hbs) in its folder pages.',
          )
        : message(`可用的模板：${names.join('、')}。`, `Templates: ${names.join(', ')}.`),
    ),
  );
}

const FONTS = { zh: '字体文件夹', en: 'fonts folder' };

function readFonts(
  gathering: Gathering,
  folder: Folder,
  fields: Values<typeof ISSUE_FIELDS>,
  options: IssueOptions,
): FontLibrary {
  const userFolders = [...options.userFonts];
  if (fields.fonts !== null) {
    const found = find(folder, fields.fonts, FONTS);
    if ('fault' in found) gathering.diagnostics.push(found.fault);
    else userFolders.push(found.path);
  }
  const loaded = loadFonts(gathering.world, { vendored: options.fonts, userFolders, parseYaml: parse });
  gathering.diagnostics.push(...loaded.diagnostics);
  return loaded.library;
}

function errorCount(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.reduce((count, { severity }) => (severity === 'error' ? count + 1 : count), 0);
}

/** Without an error nothing is missing; a theme or date that is not there was said to be so. */
function issueOf(rest: Rest, id: string, normalized: Counts): Issue | null {
  const { paper, number, house, pages, theme, keep, press, fonts } = rest;
  const { date } = rest.fields;
  if (date === null || theme === null) return null;
  const photos = new Map<string, ImageInfo>();
  for (const [key, image] of rest.photos) if (image !== null) photos.set(key, image);
  const pageCount = rest.leaves.length;
  return {
    id,
    paper,
    date: date.value,
    number,
    house,
    pages,
    pageCount,
    theme,
    keep,
    press,
    fonts,
    photos,
    normalized,
  };
}
