/** The path of an issue → its pages as PDF: the table of contents of the program, one statement a stage. */

import { readIssue } from './content/index.ts';
import type { Counts, Issue } from './content/issue.ts';
import { type Diagnostic, hasErrors } from './diagnostics.ts';
import { layOut } from './layout/index.ts';
import type { Made } from './layout/page.ts';
import { parseMarkup } from './markup/index.ts';
import { writePdf } from './pdf/index.ts';
import type { Sources } from './places.ts';
import { singlePage } from './single-page.ts';
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
  readonly target: Target;
  /** Told the name of each stage as it begins. */
  readonly onStage?: (stage: Stage) => void;
}

export type Target = 'screen';

export type Stage = 'content' | 'template' | 'markup' | 'layout' | 'pdf';

/** Milliseconds a stage; a stage that was not reached is not in it. */
export type Timings = Readonly<Partial<Record<Stage, number>>>;

export interface PdfFile {
  /** The pages in it. */
  readonly labels: readonly string[];
  readonly bytes: Uint8Array;
}

export interface Compiled {
  /** The issue's id; the folder's name where issue.yaml could not be read. */
  readonly id: string;
  readonly target: Target;
  /** Labels of all pages of the issue. */
  readonly labels: readonly string[];
  /** Labels asked for that the issue has not; then nothing was built. */
  readonly unknownPages: readonly string[];
  /** Whether pages were asked for one by one. */
  readonly single: boolean;
  /** Null after an error in stages ① to ③. */
  readonly made: Made | null;
  /** None after an error. */
  readonly pdfs: readonly PdfFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  /** What stages ① to ④ read; a vendored face by its table, which states the sum of its font file. */
  readonly inputs: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  readonly normalized: Counts;
  readonly timings: Timings;
}

/**
 * Builds an issue in memory. What is wrong with it is in `diagnostics`: all faults of all pages, since a page
 * with a fault stops alone and the others go on as far as they can. PDFs are made only if there is no error.
 * @throws MachineFault when the machine failed.
 */
export async function compile(world: World, path: string, options: CompileOptions): Promise<Compiled> {
  const log = newLog(options.onStage);
  const read = log.stage('content', () => readIssue(world, path, options));
  const { issue } = read;
  const rendered = log.stage('template', () => (issue === null ? NOTHING_RENDERED : renderPages(issue)));
  const parsed = log.stage('markup', () => (issue === null ? NO_BOXES : parseMarkup(rendered.markups, issue)));
  const faultless = !hasErrors(log.diagnostics);
  const laid = log.stage('layout', () => (issue === null ? NO_PAGES : layOut(parsed.pages, issue.fonts.tables)));
  const inputs = inputsOf(world, read.root, options);
  const pdfs = await log.lastStage('pdf', () => (issue === null ? [] : writePdfs(laid.made, issue, options)));
  return { ...read, ...log, pdfs };
}
