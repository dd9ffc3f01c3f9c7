/** A finished build → its report: the object of `--json` and report.json, the same on success and failure. */

import { createHash } from 'node:crypto';
import type { Compiled } from './compile.ts';
import {
  type Diagnostic,
  errorAt,
  hasErrors,
  type Message,
  type Severity,
  type Span,
  sortDiagnostics,
} from './diagnostics.ts';
import { inLanguage, type Language } from './language.ts';
import type { Amount, HeadFit, Made, StoryFit } from './layout/page.ts';
import { lengthOfPieces, type PdfFile, type Pieces } from './pieces.ts';
import { type Place, placeFinder, type Sources } from './places.ts';
import type { Timings } from './stage-run.ts';
import { ENGINE } from './version.ts';

export interface Report {
  readonly version: 1;
  /** `banmian 0.1.0`. */
  readonly engine: string;
  /** The issue's id. */
  readonly issue: string;
  /** No errors: the outputs are built, or would be. */
  readonly ok: boolean;
  /** All files that were read, by name; own files from the issue's folder, the program's from its own. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** The PDFs written; empty for `check`; after an error none but the proofs that were asked for. */
  readonly outputs: readonly OutputReport[];
  /** Empty after an error in stages ① to ③. */
  readonly pages: readonly PageReport[];
  readonly diagnostics: readonly DiagnosticReport[];
  /** Warnings of composition that a page does without, and why: `no reason` where none was given. */
  readonly silenced: readonly SilencedReport[];
  /** The rules of form that the paper's licence puts it under. `where`: the page where one is broken. */
  readonly form: readonly { readonly rule: string; readonly ok: boolean; readonly where: string | null }[];
  /** What normalisation changed, by kind. */
  readonly normalized: Readonly<Record<string, number>>;
  /** Milliseconds a stage; never in report.json. */
  readonly timings?: Timings;
}

export interface OutputReport {
  readonly target: string;
  /** Its name in the issue's output folder. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** How many. */
  readonly pages: number;
}

export interface PageReport {
  readonly label: string;
  readonly stories: readonly StoryReport[];
  /** 通栏题: the heads over several stories, each with the group it stands over. */
  readonly banners: readonly { readonly group: string; readonly head: HeadFit }[];
}

export interface StoryReport {
  readonly id: string;
  /** From 0; `parts`: how many. */
  readonly part: number;
  readonly parts: number;
  readonly columns: number;
  readonly lines: number;
  /** 字数, as Word counts. */
  readonly characters: number;
  /** Too much, and missing, at the story's last part. */
  readonly overset: Amount;
  readonly short: Amount;
  /** What gave so that it fits. */
  readonly steps: StoryFit['steps'];
  /** 分高: the lines of the page that it got, and how many it asked for; null where the plan gave them. */
  readonly share: { readonly lines: string; readonly got: number; readonly asked: number } | null;
  /** Its headline: size in pt, tracking in em, the text of its rows; null without one. */
  readonly head: HeadFit | null;
}

export interface DiagnosticReport {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** From the issue's folder; null, with line and column, where there is no place. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly hints: readonly string[];
}

export interface SilencedReport {
  readonly page: string;
  readonly code: string;
  readonly message: string;
  readonly reason: string;
}

/** The report of a build. `written`: the PDFs that were, or will be, written under their names. */
export function reportOf(compiled: Compiled, written: readonly NamedPdf[], language: Language): Report {
  const { made } = compiled;
  return {
    version: 1,
    engine: ENGINE,
    issue: compiled.id,
    ok: !hasErrors(compiled.diagnostics),
    inputs: compiled.inputs.map(({ file, bytes }) => ({ file, sha256: sha256([bytes]) })),
    outputs: written.map(({ name, pdf }) => ({
      target: pdf.target,
      file: name,
      bytes: lengthOfPieces(pdf.pieces),
      sha256: sha256(pdf.pieces),
      pages: pdf.labels.length,
    })),
    pages: made === null ? [] : made.pages.map(({ label }) => pageReport(made, label)),
    diagnostics: diagnosticReports(compiled.diagnostics, compiled.sources, language),
    silenced: compiled.silenced.map(({ page, diagnostic, reason }) => ({
      page,
      code: diagnostic.code,
      message: inLanguage(diagnostic.message, language),
      reason: reason ?? 'no reason',
    })),
    form: compiled.form.map(({ rule, ok, where }) => ({ rule, ok, where })),
    normalized: compiled.normalized,
    timings: compiled.timings,
  };
}

/** The report of a build that the machine broke off: nothing is known of the issue but where it was looked for. */
export function faultReport(issue: string, text: Message, language: Language): Report {
  const fault = errorAt(null, 'machine-fault', text);
  return {
    version: 1,
    engine: ENGINE,
    issue,
    ok: false,
    inputs: [],
    outputs: [],
    pages: [],
    diagnostics: diagnosticReports([fault], new Map(), language),
    silenced: [],
    form: [],
    normalized: {},
  };
}

export interface NamedPdf {
  readonly name: string;
  readonly pdf: PdfFile;
}

/**
 * The names that a build's PDFs get: `<id>.pdf` for the screen, `<id>.<kind>.pdf` for the others; for pages asked
 * for one by one `<id>-<label>` in place of `<id>`.
 */
export function namePdfs({ id, single, pdfs, proofs }: Compiled): readonly NamedPdf[] {
  return [...pdfs, ...proofs].map((pdf) => {
    const stem = single ? `${id}-${fileSafe(pdf.labels[0]!)}` : id;
    return { name: pdf.target === 'screen' ? `${stem}.pdf` : `${stem}.${pdf.target}.pdf`, pdf };
  });
}

/** Characters that a label may have and a file's name may not, on some system. */
function fileSafe(label: string): string {
  return label.replace(/[\\/:*?"<>|\s\u0000-\u001f]/g, '_');
}

/** report.json: the report without its timings, byte for byte the same for the same input. */
export function reportFile(report: Report): Uint8Array {
  const { timings: _, ...stable } = report;
  return jsonBytes(stable);
}

export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

/** Sorted by file and place. */
export function diagnosticReports(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  language: Language,
): readonly DiagnosticReport[] {
  const placeOf = placeFinder(sources);
  return sortDiagnostics(diagnostics).map((each) => diagnosticReport(each, placeOf, language));
}

/** A diagnostic as reports give it, in one language, with its line and column. */
export function diagnosticReport(
  { severity, code, message, span, hints }: Diagnostic,
  placeOf: (span: Span) => Place | null,
  language: Language,
): DiagnosticReport {
  const place = span === null ? null : placeOf(span);
  return {
    severity,
    code,
    message: inLanguage(message, language),
    file: span?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    hints: hints.map((hint) => inLanguage(hint, language)),
  };
}

function pageReport({ fits, banners }: Made, page: string): PageReport {
  return {
    label: page,
    stories: storiesOf(fits, page),
    banners: banners
      .filter((fit) => fit.page === page)
      .map(({ group, head }) => ({ group, head: headReport(head) })),
  };
}

function headReport({ size, tracking, rows }: HeadFit): HeadFit {
  return { size, tracking, rows };
}

function storiesOf(fits: readonly StoryFit[], page: string): readonly StoryReport[] {
  return fits
    .filter((fit) => fit.page === page)
    .map(({ id, part, parts, columns, lines, characters, overset, short, steps, share, head }) => ({
      id,
      part,
      parts,
      columns,
      lines,
      characters,
      overset: { lines: overset.lines, characters: overset.characters },
      short: { lines: short.lines, characters: short.characters },
      steps,
      share:
        share === null
          ? null
          : { lines: `${share.from + 1}-${share.from + share.lines}`, got: share.lines, asked: share.asked },
      head: head === null ? null : headReport(head),
    }));
}

function sha256(pieces: Pieces): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
