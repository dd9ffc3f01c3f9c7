/** `banmian check`: an issue → what build would say; nothing is written. */

import { message } from '../diagnostics.ts';
import type { FormRule } from '../form/index.ts';
import { inLanguage, type Language } from '../language.ts';
import { reportOf } from '../report.ts';
import { compileIssue, faultCounts, reportingFaults } from './issue-run.ts';
import type { CheckArguments } from './program.ts';
import { type ExitCode, printJson, type Terminal } from './terminal.ts';

/** The rules of form as an examiner ticks them off, and what they come to; nothing without a licence. */
function formText(rules: readonly FormRule[], language: Language): string {
  if (rules.length === 0) return '';
  const errors = rules.reduce((sum, { ok, weight }) => (ok ? sum : sum + weight), 0);
  const head = message(
    `出版形式：${rules.length} 项，计 ${errors} 个差错`,
    `Form: ${rules.length} rules, ${errors} ${errors === 1 ? 'error' : 'errors'}`,
  );
  const lines = rules.map(({ ok, called, where }) => {
    const page = where === null ? message('', '') : message(`（${where}）`, ` (${where})`);
    return `  ${ok ? '✓' : '✗'} ${inLanguage(called, language)}${inLanguage(page, language)}\n`;
  });
  return `${inLanguage(head, language)}\n${lines.join('')}`;
}

export function check(issue: string, options: CheckArguments, terminal: Terminal): Promise<ExitCode> {
  return reportingFaults(issue, options, terminal, async () => {
    const compiled = await compileIssue(issue, options, terminal);
    const report = reportOf(compiled, [], terminal.language);
    if (options.json) printJson(report, terminal);
    else {
      terminal.out(`${compiled.id}: ${faultCounts(compiled, terminal)}\n`);
      terminal.out(formText(compiled.form, terminal.language));
    }
    return report.ok ? 0 : 1;
  });
}
