/** Texts written in a test → an `Issue` as stage ① would make it, without stage ①. */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type {
  Article,
  Block,
  Issue,
  PageSpec,
  PhotoUse,
  RichProse,
  SourceFile,
  Theme,
} from '../../src/content/issue.ts';
import { blocksOf } from '../../src/content/read-blocks.ts';
import type { Span } from '../../src/diagnostics.ts';
import type { FontLibrary } from '../../src/fonts/face.ts';
import type { ImageInfo } from '../../src/images/image.ts';
import { joinWishes } from '../../src/press.ts';
import type { SourceRun } from '../../src/source-map.ts';

/** A file as an author wrote it; texts are found in it by what they look like there. */
export interface HandFile extends SourceFile {
  /** The whole file as a span. */
  readonly span: Span;
  /** The text written as `text`. Several pieces: `['a……', 'a...']` is set as the first, written as the second. */
  prose(...pieces: readonly (string | readonly [set: string, written: string])[]): RichProse;
  /** As `prose`, with `[from, to, mark]` by their text. */
  rich(text: string, ...marks: readonly (readonly [string, 'strong' | 'emphasis'])[]): RichProse;
}

export function handFile(file: string, text: string): HandFile {
  const prose: HandFile['prose'] = (...pieces) => {
    const runs: SourceRun[] = [];
    let set = '';
    let end = 0;
    for (const piece of pieces) {
      const [as, written] = typeof piece === 'string' ? [piece, piece] : piece;
      const start = text.indexOf(written, end);
      if (start === -1) throw new Error(`${file} has no “${written}” behind ${end}`);
      runs.push({ at: set.length, start });
      set += as;
      end = start + written.length;
    }
    return { text: set, map: { file, runs, end }, marks: [], rowEnds: [] };
  };
  const rich: HandFile['rich'] = (plain, ...marks) => ({
    ...prose(plain),
    marks: marks.map(([marked, mark]) => {
      const start = plain.indexOf(marked);
      return { start, end: start + marked.length, mark };
    }),
  });
  return { file, text, span: { file, start: 0, end: text.length }, prose, rich };
}

const NO_PARTS = {
  kicker: null,
  headline: null,
  deck: null,
  summary: null,
  byline: null,
  dateline: null,
  signoff: null,
  pullquote: null,
  factbox: { title: null, items: [] },
  filler: null,
};

export function handArticle(
  file: HandFile,
  parts: Partial<Omit<Article, 'file' | 'span'>> & { readonly body: readonly Block[] },
): Article {
  const id = file.file.replace(/^.*\/|\.md$/g, '');
  return {
    ...NO_PARTS,
    id,
    photos: [],
    priority: 0,
    jump: null,
    profile: [],
    corrections: [],
    ...parts,
    file: file.file,
    span: file.span,
  };
}

export function handPhoto(file: HandFile, key: string, parts: Partial<PhotoUse> = {}): PhotoUse {
  return {
    file: key,
    caption: null,
    captionOn: null,
    credit: null,
    alt: null,
    columns: null,
    lines: null,
    place: null,
    wrap: null,
    focus: { x: 0.5, y: 0.5 },
    lowResolution: null,
    span: spanOf(file, key),
    ...parts,
  };
}

function spanOf(file: HandFile, written: string): Span {
  const start = file.text.indexOf(written);
  return { file: file.file, start, end: start + written.length };
}

const YAML = handFile(
  'issue.yaml',
  'paper: 园区新报\nlabel: "05"\nsection: 工业园区新闻\ntemplate: feature\n',
);

export function handPage(
  template: string,
  articles: readonly Article[],
  parts: Partial<PageSpec> = {},
): PageSpec {
  return {
    label: YAML.prose('05'),
    leaves: [{ label: YAML.prose('05'), side: parts.side ?? 'right' }],
    layout: null,
    silence: [],
    share: null,
    number: YAML.prose(['05版', '05']),
    section: YAML.prose('工业园区新闻'),
    template,
    templateSpan: spanOf(YAML, 'feature'),
    articles,
    blocks: blocksOf(articles),
    dummy: null,
    staff: [],
    wanted: true,
    position: 1,
    side: 'right',
    span: spanOf(YAML, 'label'),
    ...parts,
  };
}

const NO_FACTS = {
  name: null,
  cn: null,
  'postal-code': null,
  supervisor: null,
  sponsor: null,
  publisher: null,
  address: null,
  postcode: null,
  website: null,
  printer: null,
  'printer-address': null,
  distributor: null,
  distribution: null,
  price: null,
  permit: null,
  compiler: null,
  recipients: null,
  'print-date': null,
  'print-run': null,
};

/** A paper without house.yaml. */
export const NO_HOUSE: Issue['house'] = {
  licence: null,
  press: joinWishes([]),
  facts: NO_FACTS,
  phones: [],
  staff: [],
  artwork: null,
  file: null,
};

export function handIssue(theme: Theme, pages: readonly PageSpec[], parts: Partial<Issue> = {}): Issue {
  const keys = pages.flatMap((page) => page.articles.flatMap(({ photos }) => photos.map(({ file }) => file)));
  return {
    id: 'by-hand',
    paper: YAML.prose('园区新报'),
    date: '2020-04-08',
    number: null,
    house: NO_HOUSE,
    pages,
    pageCount: pages.length,
    theme,
    fonts: handFonts(),
    photos: new Map(keys.map((key) => [key, handImage(key)])),
    keep: { names: [], inBody: false },
    press: joinWishes([]),
    normalized: {},
    ...parts,
  };
}

function handImage(key: string): ImageInfo {
  return {
    key,
    format: 'jpeg',
    width: 1800,
    height: 1200,
    orientation: 1,
    channels: 'rgb',
    alpha: false,
    bytes: new Uint8Array(),
  };
}

/** 宋 and 黑 in three weights, 楷 in one; no glyphs, which stages ② and ③ do not ask for. */
export function handFonts(): FontLibrary {
  const family = (name: string, key: string, weights: readonly number[]) =>
    [name, { name, faces: weights.map((weight) => ({ weight, key: `${key}-${weight}` })) }] as const;
  return {
    families: new Map([
      family('宋', 'song', [400, 700, 900]),
      family('黑', 'hei', [400, 700, 900]),
      family('楷', 'kai', [400]),
    ]),
    fallback: ['宋', '黑', '楷'],
    tables: new Map(),
    program: (key) => noFile(key),
    bytes: (key) => noFile(key),
  };
}

function noFile(key: string): never {
  throw new Error(`stages ② and ③ do not open fonts, yet asked for ${key}`);
}

/** A theme from texts: names without folder and ending. */
export function handTheme(parts: {
  readonly pages: Readonly<Record<string, string>>;
  readonly partials?: Readonly<Record<string, string>>;
  readonly sheet?: string;
}): Theme {
  const files = (folder: string, texts: Readonly<Record<string, string>>): Theme['pages'] =>
    new Map(
      Object.entries(texts).map(([name, text]) => [name, { file: `theme/${folder}/${name}.hbs`, text }]),
    );
  return {
    name: 'by-hand',
    hao: 'word',
    press: joinWishes([]),
    profile: [],
    keep: [],
    ornaments: new Map(),
    fit: [],
    layout: 'traditional',
    swatches: new Map([
      ['black', { rgb: [0, 0, 0], cmyk: [0, 0, 0, 100] }],
      ['red', { rgb: [212, 24, 31], cmyk: [0, 100, 100, 0] }],
    ]),
    sheet: { file: 'theme/styles.css', text: parts.sheet ?? PLAIN_SHEET },
    pages: files('pages', parts.pages),
    partials: files('partials', parts.partials ?? {}),
  };
}

export const PLAIN_SHEET = `page {
  size: broadsheet; columns: 6; column-chars: 14; column-gutter: 2字; lines: 87;
  body-size: 五号; line-pitch: 16pt; margin-top: 24mm; font-family: 宋;
}
`;

const DAILY = fileURLToPath(new URL('../../templates/daily', import.meta.url));

/** The vendored theme, read from its files. Its colours are named here, theme.yaml being stage ①'s. */
export function dailyTheme(): Theme {
  const read = (name: string): SourceFile => ({
    file: `templates/daily/${name}`,
    text: readFileSync(`${DAILY}/${name}`, 'utf8'),
  });
  const folder = (name: string): Theme['pages'] =>
    new Map(
      readdirSync(`${DAILY}/${name}`)
        .sort()
        .map((file) => [file.replace(/\.hbs$/, ''), read(`${name}/${file}`)]),
    );
  const swatch = { rgb: [0, 0, 0], cmyk: [0, 0, 0, 100] } as const;
  return {
    name: 'daily',
    hao: 'founder',
    press: joinWishes([]),
    profile: [],
    keep: [],
    ornaments: new Map(),
    fit: [],
    layout: 'traditional',
    swatches: new Map(['black', 'k50', 'k30', 'k15', 'k8', 'red', 'white'].map((name) => [name, swatch])),
    sheet: read('styles.css'),
    pages: folder('pages'),
    partials: folder('partials'),
  };
}
