/** `banmian check`: an issue → what build would say; nothing is written. */

import { reportOf } from '../report.ts';
import { compileIssue, faultCounts, reportingFaults } from './issue-run.ts';
import type { CheckArguments } from './program.ts';
import { type ExitCode, printJson, type Terminal } from './terminal.ts';

export function check(issue: string, options: CheckArguments, terminal: Terminal): Promise<ExitCode> {
  return reportingFaults(issue, options, terminal, async () => {
    const compiled = await compileIssue(issue, options, terminal);
    const report = reportOf(compiled, [], terminal.language);
    if (options.json) printJson(report, terminal);
    else terminal.out(`${compiled.id}: ${faultCounts(compiled, terminal)}\n`);
    return report.ok ? 0 : 1;
  });
}
