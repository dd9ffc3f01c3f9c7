/** An issue as far as it was made, and all that is wrong with it → 校样: its pages with their faults marked. */

import { parseYaml } from './content/index.ts';
import type { Issue, Swatch } from './content/issue.ts';
import { type Diagnostic, message, sortDiagnostics } from './diagnostics.ts';
import { type FontLibrary, facesFor } from './fonts/face.ts';
import { loadFonts } from './fonts/index.ts';
import { inLanguage, type Language } from './language.ts';
import {
  boxesOfSpan,
  comesFrom,
  layOutGrid,
  layOutProof,
  type ProofFault,
  type ProofSheet,
} from './layout/index.ts';
import type { Made, Page } from './layout/page.ts';
import type { PageBox, ParagraphBox } from './markup/box.ts';
import { namedProfile } from './markup/index.ts';
import { DamagedPicture, writePdf } from './pdf/index.ts';
import type { PdfFile, Pieces } from './pieces.ts';
import { placeFinder, type Sources } from './places.ts';
import { plainParagraph } from './plain-paragraph.ts';
import { singlePage } from './single-page.ts';
import { ENGINE } from './version.ts';
import type { World } from './world.ts';

export interface ProofJob {
  readonly world: World;
  /** The folder of the vendored fonts, for an issue that could not be read. */
  readonly fonts: string;
  /** Labels of the pages, a proof each; none: all pages in one. */
  readonly pages: readonly string[];
  readonly language: Language;
  /** Null where it could not be read. */
  readonly issue: Issue | null;
  /** The pages that could be laid out, those with faults too; null: none. */
  readonly made: Made | null;
  /** What `made` was made from. */
  readonly boxes: readonly PageBox[];
}

/** What the proof needs of a build that is done but for it. */
export interface Proofed {
  readonly id: string;
  /** Labels of all pages of the issue. */
  readonly labels: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** The proofs of a build, without errors or with them. */
export async function proofsOf(compiled: Proofed, job: ProofJob): Promise<readonly PdfFile[]> {
  const { issue, pages } = job;
  const fonts = issue?.fonts ?? vendoredFonts(job);
  const faults = numbered(compiled, job.language);
  if (pages.length === 0) {
    const sheets = sheetsOf(compiled, job, faults);
    return [await proofFile(compiled, { ...job, fonts }, sheets, compiled.labels)];
  }
  const files: PdfFile[] = [];
  for (const label of new Set(pages)) {
    const index = job.made?.pages.findIndex((page) => page.label === label) ?? -1;
    const made = job.made === null || index < 0 ? null : singlePage(job.made, index);
    const sheets = sheetsOf({ ...compiled, labels: [label] }, { ...job, made }, faults);
    files.push(await proofFile(compiled, { ...job, fonts }, sheets, [label]));
  }
  return files;
}

function vendoredFonts({ world, fonts }: ProofJob): FontLibrary {
  return loadFonts(world, { vendored: fonts, userFolders: [], parseYaml }).library;
}

/** In the order in which they are printed, from 1: with its place in the file, and the cure. */
function numbered({ diagnostics, sources }: Proofed, language: Language): readonly ProofFault[] {
  const find = placeFinder(sources);
  return sortDiagnostics(diagnostics).map((diagnostic, index) => ({
    number: index + 1,
    grave: diagnostic.severity === 'error',
    atEnd: diagnostic.code === 'overset' || diagnostic.code === 'short',
    text: faultText(diagnostic, find, language),
    span: diagnostic.span,
  }));
}

function faultText(
  { code, message: text, span, hints }: Diagnostic,
  find: ReturnType<typeof placeFinder>,
  language: Language,
): string {
  const place = span === null ? null : find(span);
  const where = place === null ? (span?.file ?? '') : `${span!.file}:${place.line}:${place.column}`;
  const stop = language === 'zh' ? '。' : '. ';
  const cure = hints.map((hint) => inLanguage(hint, language)).join(language === 'zh' ? '' : ' ');
  return `${where === '' ? '' : `${where} `}[${code}] ${inLanguage(text, language)}${stop}${cure}`;
}

/** A sheet a page; faults that stand on no page come first, on a sheet of their own. */
function sheetsOf(compiled: Proofed, job: ProofJob, faults: readonly ProofFault[]): readonly ProofSheet[] {
  const pages = job.made?.pages ?? [];
  const homes = new Map(faults.map((fault) => [fault, homesOf(fault, pages)]));
  const lacking = compiled.labels.filter((label) => pages.every((page) => page.label !== label));
  const homeless = faults.filter((fault) => homes.get(fault)!.length === 0);
  const first = pages.length === 0 || lacking.length > 0 || homeless.length > 0;
  return [
    ...(first ? [faultSheet(compiled, job, lacking, homeless)] : []),
    ...pages.map(
      (page): ProofSheet => ({
        label: page.label,
        page: planIfBare(page, job),
        faults: faults.filter((fault) => homes.get(fault)!.includes(page)),
        words: wordsOf(compiled, job, page.label, storyNotes(job, page.label)),
      }),
    ),
  ];
}

/** A page whose plan cannot be is its plan: its blocks outlined, with their names, where they were to stand. */
function planIfBare(page: Page, { issue, boxes }: ProofJob): Page {
  const box = boxes.find(({ label }) => label === page.label);
  const isBare = page.blocks.every(({ role }) => role === 'folio' || role === 'furniture');
  if (issue === null || box === undefined || box.blocks.length === 0 || !isBare) return page;
  const colours = { grid: COLOURS.pale, blocks: COLOURS.ink };
  return layOutGrid([box], issue.fonts.tables, colours).made.pages[0]!;
}

/** The pages where what is wrong can be seen; else those that were made from the same file. */
function homesOf({ span }: ProofFault, pages: readonly Page[]): readonly Page[] {
  if (span === null) return [];
  const seen = pages.filter((page) => boxesOfSpan(page, span).length > 0);
  return seen.length > 0 ? seen : pages.filter((page) => comesFrom(page, span.file));
}

function faultSheet(
  compiled: Proofed,
  job: ProofJob,
  lacking: readonly string[],
  faults: readonly ProofFault[],
): ProofSheet {
  const say = (zh: string, en: string): string => inLanguage(message(zh, en), job.language);
  const notes =
    lacking.length === 0
      ? []
      : [say(`未能成版：${lacking.join('、')}。`, `Pages that could not be made: ${lacking.join(', ')}.`)];
  return {
    label: lacking[0] ?? compiled.labels[0] ?? compiled.id,
    page: null,
    faults,
    words: wordsOf(compiled, job, null, notes),
  };
}

function wordsOf(
  { id }: Proofed,
  { issue, language }: ProofJob,
  label: string | null,
  notes: readonly string[],
): ProofSheet['words'] {
  const say = (zh: string, en: string): string => inLanguage(message(zh, en), language);
  const date = issue === null ? '' : ` ${issue.date}`;
  const page = label === null ? '' : say(` 第${label}版`, ` page ${label}`);
  return {
    title: `${say('校样', 'Proof')} ${issue?.paper?.text ?? id}${date}${page}`,
    engine: ENGINE,
    signers:
      language === 'zh'
        ? ['一校', '二校', '三校', '责编', '值班总编']
        : ['1st reading', '2nd reading', '3rd reading', 'page editor', 'chief on duty'],
    notes,
  };
}

/** A line for each story of a page: where the report says the same. */
function storyNotes({ made, language }: ProofJob, label: string): readonly string[] {
  return (made?.fits ?? [])
    .filter((fit) => fit.page === label)
    .map(({ id, part, parts, headline, columns, lines, characters, overset, short }) => {
      const name = `${headline ?? id}${parts > 1 ? ` (${part + 1}/${parts})` : ''}`;
      const size = message(
        `${columns} 栏 × ${lines} 行，${characters} 字`,
        `${columns} columns × ${lines} lines, ${characters} characters`,
      );
      const over = message(
        `，溢出 ${overset.lines} 行 ${overset.characters} 字`,
        `, overset by ${overset.lines} lines, ${overset.characters} characters`,
      );
      const under = message(
        `，短 ${short.lines} 行 ${short.characters} 字`,
        `, short by ${short.lines} lines, ${short.characters} characters`,
      );
      return [
        `· ${name}: `,
        inLanguage(size, language),
        overset.lines > 0 ? inLanguage(over, language) : '',
        short.lines > 0 ? inLanguage(under, language) : '',
      ].join('');
    });
}

/** What a proof is written in, whatever the theme's own colours are. */
const SWATCHES: readonly (readonly [string, Swatch])[] = [
  ['proof-ink', { rgb: [70, 70, 70], cmyk: [0, 0, 0, 80] }],
  ['proof-pale', { rgb: [190, 190, 190], cmyk: [0, 0, 0, 25] }],
  ['proof-grave', { rgb: [200, 16, 32], cmyk: [0, 100, 90, 15] }],
  ['proof-slight', { rgb: [0, 90, 170], cmyk: [100, 55, 0, 10] }],
  ['proof-paper', { rgb: [255, 255, 255], cmyk: [0, 0, 0, 0] }],
];

const COLOURS = {
  ink: 'proof-ink',
  pale: 'proof-pale',
  grave: 'proof-grave',
  slight: 'proof-slight',
  paper: 'proof-paper',
};

async function proofFile(
  { id }: Proofed,
  { issue, fonts }: Pick<ProofJob, 'issue'> & { readonly fonts: FontLibrary },
  sheets: readonly ProofSheet[],
  labels: readonly string[],
): Promise<PdfFile> {
  const made = layOutProof(sheets, {
    tables: fonts.tables,
    paragraph: (text, size, swatch) => wordsParagraph(text, size, swatch, fonts),
    colours: COLOURS,
  });
  const job = {
    target: 'screen',
    title: sheets[0]!.words.title,
    about: { id, paper: issue?.paper?.text ?? null, number: issue?.number?.text ?? null },
    date: issue?.date ?? NO_DATE,
    lang: 'zh-CN',
    press: null,
    swatches: new Map([...(issue?.theme.swatches ?? []), ...SWATCHES]),
    fonts,
    images: issue?.photos ?? new Map(),
  } as const;
  return {
    target: 'proof',
    labels: labels.length > 0 ? labels : [id],
    pieces: await writeUndamaged(made, job),
  };
}

/** Of the file of an issue without a date that could be read: the first day that PDF can name without trouble. */
const NO_DATE = '1970-01-01';

/** A picture that cannot be drawn is an empty box: the fault is listed, the rest of the page is there. */
async function writeUndamaged(made: Made, job: Parameters<typeof writePdf>[1]): Promise<Pieces> {
  try {
    return await writePdf(made, job);
  } catch (error) {
    if (!(error instanceof DamagedPicture)) throw error;
    return writeUndamaged(withoutPicture(made, error.key), job);
  }
}

function withoutPicture(made: Made, key: string): Made {
  const pages = made.pages.map((page) => ({
    ...page,
    items: page.items.map((item): Page['items'][number] => {
      if (item.kind !== 'picture' || item.image !== key) return item;
      const { id, role, block, box } = item;
      const stroke = { width: 1, swatch: COLOURS.grave };
      return { kind: 'shape', id, role, block, box, radius: 0, fill: null, stroke };
    }),
  }));
  return { ...made, pages };
}

/** 黑体, as all that is not the paper's own text is set. */
function wordsParagraph(text: string, size: number, swatch: string, fonts: FontLibrary): ParagraphBox {
  const style = {
    faces: facesFor(fonts, ['黑'], 400),
    size,
    swatch,
    tracking: 0,
    spaceWidth: 0,
    rise: 0,
    lang: 'zh-CN',
    press: null,
  };
  const map = { file: '', runs: [{ at: 0, start: 0 }], end: text.length };
  return plainParagraph({
    role: 'text',
    runs: [{ text, map, style }],
    marks: [],
    size,
    profile: namedProfile({ theme: [], own: [] }, 'gb').profile,
    align: 'left',
    indent: 0,
    span: { file: '', start: 0, end: 0 },
  });
}
