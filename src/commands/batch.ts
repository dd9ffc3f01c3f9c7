/** `banmian batch`: many issue folders → all of them built, one line each, the failures named at the end. */

import { buildAll, findIssues, isBuilt, type Result } from '../batch/index.ts';
import { type Message, message } from '../diagnostics.ts';
import { diskWorld } from '../disk-world.ts';
import { inLanguage, type Language } from '../language.ts';
import { OWN_FOLDERS } from '../own-folders.ts';
import { ENGINE } from '../version.ts';
import { headLine, hintLines } from './print-diagnostics.ts';
import type { BatchArguments } from './program.ts';
import { type ExitCode, printJson, type Terminal } from './terminal.ts';

export async function batch(
  paths: readonly string[],
  options: BatchArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const { language } = terminal;
  const issues = findIssues(diskWorld(), paths);
  let done = 0;
  const results = await buildAll(issues, {
    output: options.output,
    jobs: options.jobs ?? null,
    language,
    worker: OWN_FOLDERS.worker,
    onResult: (result) => {
      done += 1;
      terminal.err(`${progressLine(result, `${done}/${issues.length}`, language)}\n`);
    },
  });
  const failures = results.filter((result) => !isBuilt(result));
  if (failures.length > 0) terminal.err(failureText(failures, language));
  if (options.json) printJson(batchReport(results, language), terminal);
  else terminal.out(`${summary(results.length, failures.length, language)}\n`);
  if (failures.some(({ kind }) => kind === 'failed')) return 3;
  return failures.length > 0 ? 1 : 0;
}

function progressLine(result: Result, count: string, language: Language): string {
  const say = (zh: string, en: string): string => inLanguage(message(zh, en), language);
  if (result.kind !== 'reported') return `[${count}] ${result.issue}  ${say('失败', 'failed')}`;
  const { ok, pages, diagnostics, timings } = result.report;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const milliseconds = Object.values(timings ?? {}).reduce((sum, time) => sum + time, 0);
  const parts = [
    ok
      ? say(`${pages.length} 版`, `${pages.length} page${pages.length === 1 ? '' : 's'}`)
      : say(`${errors} 个错误`, `${errors} error${errors === 1 ? '' : 's'}`),
    ...(warnings > 0 ? [say(`${warnings} 个警告`, `${warnings} warning${warnings === 1 ? '' : 's'}`)] : []),
    say(`${(milliseconds / 1000).toFixed(2)} 秒`, `${(milliseconds / 1000).toFixed(2)} s`),
  ];
  return `[${count}] ${result.issue}  ${parts.join(say('，', ', '))}`;
}

/** Each failure with its errors, so that nobody has to look for them in the lines above. */
function failureText(failures: readonly Result[], language: Language): string {
  const title = message(`没有排成 ${failures.length} 期：`, `${failures.length} not built:`);
  const lines = failures.flatMap((failure) => failureLines(failure, language));
  return [inLanguage(title, language), ...lines].map((line) => `${line}\n`).join('');
}

function failureLines(failure: Result, language: Language): readonly string[] {
  if (failure.kind !== 'reported') return [`${failure.issue}: ${inLanguage(faultOf(failure), language)}`];
  const errors = failure.report.diagnostics.filter(({ severity }) => severity === 'error');
  return [
    failure.issue,
    ...errors.flatMap((error) => [
      `  ${headLine(error)}`,
      ...hintLines(error.hints, language).map((line) => `  ${line}`),
    ]),
  ];
}

function faultOf(failure: Exclude<Result, { kind: 'reported' }>): Message {
  if (failure.kind === 'failed') return failure.message;
  const { folder, with: others } = failure;
  return message(
    `与 ${others.join('、')} 都写到 ${folder}，互相覆盖；请在 issue.yaml 里写不同的 id`,
    `written to ${folder} as ${others.join(', ')} too; give them different ids in issue.yaml`,
  );
}

function summary(all: number, failed: number, language: Language): string {
  return inLanguage(
    message(
      `共 ${all} 期，排成 ${all - failed} 期，失败 ${failed} 期`,
      `${all} issues: ${all - failed} built, ${failed} failed`,
    ),
    language,
  );
}

function batchReport(results: readonly Result[], language: Language): object {
  return {
    version: 1,
    engine: ENGINE,
    ok: results.every(isBuilt),
    built: results.filter(isBuilt).length,
    failed: results.filter((result) => !isBuilt(result)).length,
    issues: results.map((result) =>
      result.kind === 'reported'
        ? { path: result.issue, folder: result.folder, report: result.report, fault: null }
        : { path: result.issue, folder: null, report: null, fault: inLanguage(faultOf(result), language) },
    ),
  };
}
