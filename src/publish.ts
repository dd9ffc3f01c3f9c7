/** A finished build → its files in the output folder, whole or not at all, and its report. */

import { join } from 'node:path';
import type { Compiled } from './compile.ts';
import type { Language } from './language.ts';
import { layoutFile } from './layout-file.ts';
import { type OutputFile, writeWhole } from './output.ts';
import { jsonBytes, type NamedPdf, namePdfs, type Report, reportFile, reportOf } from './report.ts';

const REPORT = 'report.json';
/** After an error the last good build and its report stay as they are. */
const FAILED_REPORT = 'report.failed.json';

export interface PublishOptions {
  /** The folder that holds a folder for each issue. */
  readonly output: string;
  /** Whether to write `<id>.layout.json` too. */
  readonly layout: boolean;
  readonly language: Language;
}

export interface Published {
  readonly report: Report;
  /** The issue's own output folder. */
  readonly folder: string;
}

/** @throws MachineFault if a file cannot be written; then none of them is there, and the old ones are. */
export function publish(compiled: Compiled, options: PublishOptions): Published {
  const pdfs = namePdfs(compiled);
  const report = reportOf(compiled, pdfs, options.language);
  const folder = join(options.output, compiled.id);
  if (!report.ok) {
    writeWhole(folder, [...pdfFiles(pdfs), { name: FAILED_REPORT, pieces: [reportFile(report)] }], []);
    return { report, folder };
  }
  const files = pdfFiles(pdfs);
  if (options.layout && compiled.made !== null) {
    const bytes = jsonBytes(layoutFile(compiled.made, compiled.sources));
    files.push({ name: `${compiled.id}.layout.json`, pieces: [bytes] });
  }
  files.push({ name: REPORT, pieces: [reportFile(report)] });
  writeWhole(folder, files, [FAILED_REPORT]);
  return { report, folder };
}

function pdfFiles(pdfs: readonly NamedPdf[]): OutputFile[] {
  return pdfs.map(({ name, pdf }) => ({ name, pieces: pdf.pieces }));
}
