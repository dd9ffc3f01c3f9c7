/** An issue as far as it was made, and all that is wrong with it → 校样: its pages with their faults marked. */

import { parseYaml } from './content/index.ts';
import type { Issue } from './content/issue.ts';
import { type Diagnostic, message, sortDiagnostics } from './diagnostics.ts';
import type { FontLibrary } from './fonts/face.ts';
import { loadFonts } from './fonts/index.ts';
import { inLanguage, type Language } from './language.ts';
import {
  boxesOfSpan,
  comesFrom,
  type GalleyStory,
  GRID_BLOCK,
  layOutGalleys,
  layOutGrid,
  layOutProof,
  type ProofFault,
  type ProofSheet,
} from './layout/index.ts';
import type { Made, Page, StoryFit } from './layout/page.ts';
import type { PageBox } from './markup/box.ts';
import type { PdfFile } from './pieces.ts';
import { placeFinder, type Sources } from './places.ts';
import { COLOURS, proofSetting, writeProof } from './proof-file.ts';
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

/** What the words and marks of a proof come from. */
type Sheeting = Omit<ProofJob, 'world' | 'fonts' | 'pages'>;

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
  if (pages.length === 0) return proofFiles(compiled, { ...job, fonts }, faults);
  const files: PdfFile[] = [];
  for (const label of new Set(pages)) {
    const index = job.made?.pages.findIndex((page) => page.label === label) ?? -1;
    const made = job.made === null || index < 0 ? null : singlePage(job.made, index);
    files.push(...(await proofFiles({ ...compiled, labels: [label] }, { ...job, made, fonts }, faults)));
  }
  return files;
}

/** The pages with their faults, and the galleys of their stories where there are any. */
async function proofFiles(
  compiled: Proofed,
  job: Omit<ProofJob, 'fonts'> & { readonly fonts: FontLibrary },
  faults: readonly ProofFault[],
): Promise<readonly PdfFile[]> {
  const { issue, fonts, language } = job;
  const { id } = compiled;
  const setting = proofSetting(fonts);
  const sheets = sheetsOf(compiled, job, faults);
  const layers = new Map([[GRID_BLOCK, inLanguage(message('版心网格', 'grid'), language)]]);
  const { title } = sheets[0]!.words;
  const drawn = layOutProof(sheets, setting);
  const pieces = await writeProof(drawn, { id, issue, fonts, title, layers });
  const proof: PdfFile = { target: 'proof', labels: labelsOf(drawn), pieces };
  const stories = galleyStories(compiled, job);
  if (job.made === null || stories.length === 0) return [proof];
  const galleys = layOutGalleys(stories, job.made, setting);
  const file = { id, issue, fonts, title: stories[0]!.title, layers: new Map<string, string>() };
  return [proof, { target: 'galley', labels: labelsOf(galleys), pieces: await writeProof(galleys, file) }];
}

function labelsOf({ pages }: Made): readonly string[] {
  return pages.map(({ label }) => label);
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
function sheetsOf(compiled: Proofed, job: Sheeting, faults: readonly ProofFault[]): readonly ProofSheet[] {
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
        stories: storyNames(job, page.label),
        words: wordsOf(compiled, job, page.label, storyNotes(job, page.label)),
      }),
    ),
  ];
}

/** A page whose plan cannot be is its plan: its blocks outlined, with their names, where they were to stand. */
function planIfBare(page: Page, { issue, boxes }: Sheeting): Page {
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
  job: Sheeting,
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
    stories: new Map(),
    words: wordsOf(compiled, job, null, notes),
  };
}

function wordsOf(
  { id }: Proofed,
  { issue, language }: Sheeting,
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
function storyNotes({ made, language }: Sheeting, label: string): readonly string[] {
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

/** By the story's id, what stands at its head: its name and 字数. */
function storyNames({ made, language }: Sheeting, label: string): ReadonlyMap<string, string> {
  const fits = (made?.fits ?? []).filter((fit) => fit.page === label);
  return new Map(
    fits.map(({ id, characters }) => [
      id,
      `${id} ${inLanguage(message(`${characters} 字`, `${characters} characters`), language)}`,
    ]),
  );
}

/** Each story once, however many places it stands in. */
function galleyStories(compiled: Proofed, job: Sheeting): readonly GalleyStory[] {
  const { made, language } = job;
  const stories = new Map<string, StoryFit[]>();
  for (const fit of made?.fits ?? []) stories.set(fit.id, [...(stories.get(fit.id) ?? []), fit]);
  return [...stories].map(([id, fits]) => {
    const characters = fits.reduce((sum, fit) => sum + fit.characters, 0);
    const name = fits.find(({ headline }) => headline !== null)?.headline ?? id;
    const words = message(`小样 ${name}  ${characters} 字`, `Galley ${name}  ${characters} characters`);
    const label = fits[0]!.page;
    const { title } = wordsOf(compiled, job, label, []);
    return { id, label, title: inLanguage(words, language), notes: [title, ...captionsOf(made!, id)] };
  });
}

/** What stands under its pictures, a line for each. */
function captionsOf({ pages }: Made, story: string): readonly string[] {
  return pages.flatMap(({ blocks, lines }) =>
    blocks
      .filter((block) => block.story === story && block.role === 'caption')
      .map(({ id }) =>
        lines
          .filter((line) => line.block === id)
          .map(({ text }) => text)
          .join(''),
      ),
  );
}
