/** The path of an issue → its pages as PDF: the table of contents of the program, one statement a stage. */

import { archiveOf } from './archive-of.ts';
import { checkPress } from './check-press.ts';
import { checkReaders } from './check-readers.ts';
import { type IssueRead, readIssue } from './content/index.ts';
import type { Counts, Issue } from './content/issue.ts';
import { type Diagnostic, errorAt, hasErrors, message } from './diagnostics.ts';
import { checkDummySizes } from './dummy-size.ts';
import { checkForm, type FormRule } from './form/index.ts';
import { checkHoles } from './holes.ts';
import { folderName, type NamedFolder, type NamedInput, namedInputs } from './inputs.ts';
import type { Language } from './language.ts';
import { layOut, type Silenced } from './layout/index.ts';
import type { Made } from './layout/page.ts';
import { parseMarkup } from './markup/index.ts';
import { DamagedPicture, writePdf } from './pdf/index.ts';
import type { PdfFile } from './pieces.ts';
import type { Sources } from './places.ts';
import { pressOf } from './press-of.ts';
import { type ProofJob, proofsOf } from './proof.ts';
import { singlePage } from './single-page.ts';
import { type Stage, startRun, type Timings } from './stage-run.ts';
import type { Target } from './target.ts';
import { renderPages } from './template/index.ts';
import type { World } from './world.ts';

export interface CompileOptions {
  /** The folder of the themes. */
  readonly templates: string;
  /** The folder of the vendored fonts. */
  readonly fonts: string;
  /** The user's font folders, the first asked first; before those that the issue names. */
  readonly userFonts: readonly string[];
  /** Labels of the pages to build, a PDF each; none: all pages in one PDF. */
  readonly pages: readonly string[];
  /** A PDF of each kind is made, in this order. */
  readonly targets: readonly Target[];
  /** The language of a proof, which is made after errors too; not given: none is made. */
  readonly proof?: Language;
  /** Told the name of each stage as it begins. */
  readonly onStage?: (stage: Stage) => void;
}

export interface Compiled {
  /** The issue's id; the folder's name where issue.yaml could not be read. */
  readonly id: string;
  /** Labels of all pages of the issue. */
  readonly labels: readonly string[];
  /** Labels asked for that the issue has not; then nothing was built. */
  readonly unknownPages: readonly string[];
  /** Whether pages were asked for one by one. */
  readonly single: boolean;
  /** Null after an error in stages ① to ③. */
  readonly made: Made | null;
  /** The rules of form that its licence puts it under; none without a licence. */
  readonly form: readonly FormRule[];
  /** None after an error. */
  readonly pdfs: readonly PdfFile[];
  /** One, or one for each page asked for; none where no proof was asked for. */
  readonly proofs: readonly PdfFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Warnings that pages do without; none after an error in stages ① to ③. */
  readonly silenced: readonly Silenced[];
  readonly sources: Sources;
  /** What stages ① to ④ read; a vendored face by its table, which states the sum of its font file. */
  readonly inputs: readonly NamedInput[];
  readonly normalized: Counts;
  readonly timings: Timings;
}

/**
 * Builds an issue in memory. All faults of all pages are found in one run: a page with an error stops where it
 * is, the others go on to the end of stage ④. PDFs are made only if there is no error at all.
 * @throws MachineFault when the machine failed.
 */
export async function compile(world: World, path: string, options: CompileOptions): Promise<Compiled> {
  const run = startRun(options.onStage);
  const read = run.stage('content', () => readIssue(world, path, options));
  const unknownPages = hasErrors(read.diagnostics) ? [] : unknownOf(options.pages, read.labels);
  const { issue } = read;
  const unfinished = (made: Made | null): Compiled => ({
    id: read.id,
    labels: read.labels,
    unknownPages,
    single: options.pages.length > 0,
    made,
    form: [],
    pdfs: [],
    proofs: [],
    diagnostics: run.diagnostics,
    silenced: [],
    sources: read.sources,
    inputs: namedInputs(world, inputFolders(read, options)),
    normalized: read.normalized,
    timings: run.timings,
  });
  if (unknownPages.length > 0) return unfinished(null);
  if (issue === null) return proofed(unfinished(null), { issue, made: null, boxes: [], world, options });

  const { markups } = run.stage('template', () => renderPages(issue));
  const { pages } = run.stage('markup', () => parseMarkup(markups, issue));
  const isSound = !hasErrors(run.diagnostics);
  const { made, silenced } = run.stage('layout', () => layOut(pages, issue.fonts.tables));
  const { rules } = run.check(() => (isSound ? checkForm(issue, made) : { rules: [], diagnostics: [] }));
  run.check(() => ({ diagnostics: isSound ? checkDummySizes(issue, made) : [] }));
  run.check(() => ({
    diagnostics: isSound ? checkHoles(issue, made, { world, root: read.root, ...options }) : [],
  }));
  run.check(() => ({ diagnostics: isSound ? checkReaders(issue, options.targets) : [] }));
  const isPrinted = isSound && options.targets.includes('print');
  run.check(() => ({ diagnostics: isPrinted ? checkPress(issue, made) : [] }));
  const compiled = { ...unfinished(isSound ? made : null), form: rules, silenced: isSound ? silenced : [] };
  const proof = { issue, made, boxes: pages, world, options };
  if (hasErrors(run.diagnostics)) return proofed(compiled, proof);

  const { pdfs } = await run.lastStage('pdf', () => writePdfs(made, issue, { world, read, options }));
  return proofed({ ...compiled, pdfs }, proof);
}

async function proofed(
  compiled: Compiled,
  {
    options,
    ...build
  }: Pick<ProofJob, 'issue' | 'made' | 'boxes' | 'world'> & { readonly options: CompileOptions },
): Promise<Compiled> {
  const { fonts, pages, proof: language } = options;
  if (language === undefined) return compiled;
  return { ...compiled, proofs: await proofsOf(compiled, { ...build, fonts, pages, language }) };
}

function unknownOf(asked: readonly string[], labels: readonly string[]): readonly string[] {
  return [...new Set(asked)].filter((label) => !labels.includes(label));
}

function inputFolders(
  { root, above }: Pick<IssueRead, 'root' | 'above'>,
  options: CompileOptions,
): readonly NamedFolder[] {
  return [
    ...(above === null ? [] : [{ path: above, name: '..' }]),
    { path: root, name: '' },
    { path: options.templates, name: 'templates' },
    { path: options.fonts, name: 'fonts' },
    ...options.userFonts.map((path) => ({ path, name: folderName(path) })),
  ];
}

interface Writing {
  readonly world: World;
  readonly read: Pick<IssueRead, 'root' | 'above'>;
  readonly options: CompileOptions;
}

/** Of each kind one PDF of all pages, or one of each page that was asked for. */
async function writePdfs(
  made: Made,
  issue: Issue,
  writing: Writing,
): Promise<{ readonly pdfs: readonly PdfFile[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { options } = writing;
  // A page that was set because a story goes on from it is not asked for.
  const parts =
    options.pages.length === 0
      ? [made]
      : made.pages.flatMap(({ label }, index) =>
          options.pages.includes(label) ? [singlePage(made, index)] : [],
        );
  const pdfs: PdfFile[] = [];
  try {
    for (const target of options.targets) {
      for (const part of parts) pdfs.push(await pdfOf(part, issue, { ...writing, target }));
    }
    return { pdfs, diagnostics: [] };
  } catch (error) {
    if (error instanceof DamagedPicture) return { pdfs: [], diagnostics: [damaged(error, issue)] };
    throw error;
  }
}

async function pdfOf(
  made: Made,
  issue: Issue,
  { world, read, options, target }: Writing & { readonly target: Target },
): Promise<PdfFile> {
  const { pages } = options;
  const labels = made.pages.map(({ label }) => label);
  const pieces = await writePdf(made, {
    target,
    title: titleOf(issue, pages.length === 0 ? null : labels[0]!),
    about: { id: issue.id, paper: issue.paper?.text ?? null, number: issue.number?.text ?? null },
    date: issue.date,
    lang: 'zh-CN',
    swatches: issue.theme.swatches,
    fonts: issue.fonts,
    images: issue.photos,
    press: target === 'print' ? pressOf(world, issue.press) : null,
    layers: new Map(),
    archive:
      target === 'archive'
        ? archiveOf(world, { ...options, ...read }, { issue: issue.id, asked: pages, pages: labels })
        : null,
  });
  return { target, labels, pieces };
}

/** 园区新报 2020年4月8日 第05版; the id where the paper has no name. */
function titleOf({ id, paper, date }: Issue, label: string | null): string {
  const [year, month, day] = date.split('-').map(Number);
  const issue = paper === null ? id : `${paper.text} ${year}年${month}月${day}日`;
  return label === null ? issue : `${issue} 第${label}版`;
}

function damaged({ key }: DamagedPicture, issue: Issue): Diagnostic {
  const uses = issue.pages.flatMap(({ articles }) => articles.flatMap(({ photos }) => photos));
  return errorAt(
    uses.find(({ file }) => file === key)?.span ?? null,
    'image-damaged',
    message(`图片“${key}”已损坏`, `the image "${key}" is damaged`),
    message('请重新导出或重新传一次这张图片。', 'Export or transfer the image once more.'),
  );
}
