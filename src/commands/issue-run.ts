/** What `build` and `check` share: their arguments → a compiled issue, its faults printed. */

import { basename, resolve } from 'node:path';
import { type Compiled, compile } from '../compile.ts';
import { type Message, message } from '../diagnostics.ts';
import { diskWorld } from '../disk-world.ts';
import { faultMessage } from '../fault-message.ts';
import { inLanguage } from '../language.ts';
import { OWN_FOLDERS } from '../own-folders.ts';
import { faultReport } from '../report.ts';
import type { Stage } from '../stage-run.ts';
import { TARGETS } from '../target.ts';
import { diagnosticsText } from './print-diagnostics.ts';
import type { CheckArguments } from './program.ts';
import { type ExitCode, printJson, type Terminal, UsageError } from './terminal.ts';

/** @throws UsageError for a page label that the issue has not. */
export async function compileIssue(
  issue: string,
  options: CheckArguments & { readonly proof?: boolean },
  terminal: Terminal,
): Promise<Compiled> {
  const compiled = await compile(diskWorld(), issue, {
    templates: OWN_FOLDERS.templates,
    fonts: OWN_FOLDERS.fonts,
    userFonts: options.fonts,
    pages: options.page,
    targets: options.target === 'all' ? TARGETS : [options.target],
    ...(options.proof === true ? { proof: terminal.language } : {}),
    onStage: showProgress(terminal),
  });
  if (compiled.unknownPages.length > 0) throw unknownPages(compiled);
  terminal.err(diagnosticsText(compiled.diagnostics, compiled.sources, terminal.language));
  return compiled;
}

/** `--json` gets its one object when the machine fails, too. */
export async function reportingFaults(
  issue: string,
  { json }: Pick<CheckArguments, 'json'>,
  terminal: Terminal,
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (json && !(error instanceof UsageError)) printFault(issue, error, terminal);
    throw error;
  }
}

/** The report of a build that the machine broke off. */
export function printFault(issue: string, error: unknown, terminal: Terminal): void {
  const name = basename(resolve(issue).replace(/[\\/]issue\.yaml$/, ''));
  printJson(faultReport(name, faultMessage(error), terminal.language), terminal);
}

/** A build that takes longer than this, in seconds, shows a person how far it is. */
const PATIENCE = 1;

const STAGES: Readonly<Record<Stage, Message>> = {
  content: message('① 读稿', '① content'),
  template: message('② 套版', '② template'),
  markup: message('③ 定样式', '③ markup'),
  layout: message('④ 排版', '④ layout'),
  pdf: message('⑤ 写 PDF', '⑤ pdf'),
};

function showProgress({ live, err, language }: Terminal): (stage: Stage) => void {
  const start = process.uptime();
  return (stage) => {
    if (live && process.uptime() - start > PATIENCE) err(`${inLanguage(STAGES[stage], language)} …\n`);
  };
}

export function unknownPages({
  unknownPages,
  labels,
}: Pick<Compiled, 'unknownPages' | 'labels'>): UsageError {
  return new UsageError(
    message(`没有这一版：${unknownPages.join('、')}`, `there is no page ${unknownPages.join(', ')}`),
    message(`本期有：${labels.join('、')}`, `this issue has: ${labels.join(', ')}`),
  );
}

/** `1 个错误，2 个警告`, or that there is nothing to count. */
export function faultCounts(compiled: Compiled, terminal: Terminal): string {
  const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = compiled.diagnostics.length - errors;
  const zh = terminal.language === 'zh';
  if (compiled.diagnostics.length === 0) return zh ? '没有问题' : 'no faults';
  return [
    ...(errors > 0 ? [zh ? `${errors} 个错误` : `${errors} error${errors === 1 ? '' : 's'}`] : []),
    ...(warnings > 0 ? [zh ? `${warnings} 个警告` : `${warnings} warning${warnings === 1 ? '' : 's'}`] : []),
  ].join(zh ? '，' : ', ');
}
