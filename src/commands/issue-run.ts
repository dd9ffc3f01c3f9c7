/** What `build` and `check` share: their arguments → a compiled issue, its faults printed. */

import { type Compiled, compile } from '../compile.ts';
import { message } from '../diagnostics.ts';
import { diskWorld } from '../disk-world.ts';
import { OWN_FOLDERS } from '../own-folders.ts';
import { diagnosticsText } from './print-diagnostics.ts';
import type { CheckArguments } from './program.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** @throws UsageError for a page label that the issue has not. */
export async function compileIssue(
  issue: string,
  options: CheckArguments,
  terminal: Terminal,
): Promise<Compiled> {
  const compiled = await compile(diskWorld(), issue, {
    templates: OWN_FOLDERS.templates,
    fonts: OWN_FOLDERS.fonts,
    userFonts: options.fonts,
    pages: options.page,
    target: 'screen',
  });
  if (compiled.unknownPages.length > 0) throw unknownPages(compiled);
  terminal.err(diagnosticsText(compiled.diagnostics, compiled.sources, terminal.language));
  return compiled;
}

function unknownPages({ unknownPages, labels }: Compiled): UsageError {
  return new UsageError(
    message(`没有这一版：${unknownPages.join('、')}`, `there is no page ${unknownPages.join(', ')}`),
    message(`本期有：${labels.join('、')}`, `this issue has: ${labels.join(', ')}`),
  );
}

/** `1 个错误，2 个警告`; empty if there is nothing to count. */
export function faultCounts(compiled: Compiled, terminal: Terminal): string {
  const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = compiled.diagnostics.length - errors;
  const zh = terminal.language === 'zh';
  return [
    ...(errors > 0 ? [zh ? `${errors} 个错误` : `${errors} error${errors === 1 ? '' : 's'}`] : []),
    ...(warnings > 0 ? [zh ? `${warnings} 个警告` : `${warnings} warning${warnings === 1 ? '' : 's'}`] : []),
  ].join(zh ? '，' : ', ');
}
