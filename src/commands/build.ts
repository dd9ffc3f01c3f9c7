/** `banmian build`: an issue → its PDF, report and layout file in the output folder. */

import { join } from 'node:path';
import { message } from '../diagnostics.ts';
import { inLanguage } from '../language.ts';
import { type Published, publish } from '../publish.ts';
import { compileIssue, faultCounts, reportingFaults } from './issue-run.ts';
import type { BuildArguments } from './program.ts';
import { type ExitCode, printJson, type Terminal } from './terminal.ts';

export function build(issue: string, options: BuildArguments, terminal: Terminal): Promise<ExitCode> {
  return reportingFaults(issue, options, terminal, async () => {
    const compiled = await compileIssue(issue, options, terminal);
    const { output, layout } = options;
    const published = publish(compiled, { output, layout, language: terminal.language });
    if (options.json) printJson(published.report, terminal);
    else terminal.out(written(published, terminal));
    if (published.report.ok) return 0;
    terminal.err(refused(published, faultCounts(compiled, terminal), terminal));
    return 1;
  });
}

/** A line for each PDF: where it is, its pages, its size. */
function written({ folder, report }: Published, { language }: Terminal): string {
  return report.outputs
    .map(({ file, pages, bytes }) => {
      const megabytes = (bytes / 1e6).toFixed(1);
      const text = message(
        `${pages} 版，${megabytes} MB`,
        `${pages} page${pages === 1 ? '' : 's'}, ${megabytes} MB`,
      );
      return `${join(folder, file)}  ${inLanguage(text, language)}\n`;
    })
    .join('');
}

function refused({ folder }: Published, faults: string, { language }: Terminal): string {
  const text = message(
    `${faults}，没有输出 PDF；报告见 ${join(folder, 'report.failed.json')}`,
    `${faults}; no PDF was written, the report is ${join(folder, 'report.failed.json')}`,
  );
  return `${inLanguage(text, language)}\n`;
}
