/** `banmian grid`: an issue → 版样纸, its pages' grids numbered, with the blocks of their plans. */

import { join } from 'node:path';
import { hasErrors, message } from '../diagnostics.ts';
import { diskWorld } from '../disk-world.ts';
import { type GridSheets, gridSheets } from '../grid.ts';
import { inLanguage } from '../language.ts';
import { writeWhole } from '../output.ts';
import { OWN_FOLDERS } from '../own-folders.ts';
import { unknownPages } from './issue-run.ts';
import { diagnosticsText } from './print-diagnostics.ts';
import type { GridArguments } from './program.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export async function grid(issue: string, options: GridArguments, terminal: Terminal): Promise<ExitCode> {
  const made = await gridSheets(diskWorld(), issue, {
    templates: OWN_FOLDERS.templates,
    fonts: OWN_FOLDERS.fonts,
    userFonts: options.fonts,
    pages: options.page,
  });
  if (made.unknownPages.length > 0) throw unknownPages(made);
  const errors = made.diagnostics.filter(({ severity }) => severity === 'error');
  terminal.err(diagnosticsText(errors, made.sources, terminal.language));
  if (hasErrors(made.diagnostics) || made.pdf === null) return 1;
  if (options.text) {
    terminal.out(made.sheets.map((sheet) => sheetText(sheet, terminal)).join('\n'));
    return 0;
  }
  const folder = join(options.output, made.id);
  const name = `${made.id}.grid.pdf`;
  writeWhole(folder, [{ name, pieces: made.pdf }], []);
  const pages = message(
    `${made.sheets.length} 版`,
    `${made.sheets.length} page${made.sheets.length === 1 ? '' : 's'}`,
  );
  terminal.out(`${join(folder, name)}  ${inLanguage(pages, terminal.language)}\n`);
  return 0;
}

/** A dummy as issue.yaml takes it, and what its letters are. */
function sheetText({ label, rows, legend }: GridSheets['sheets'][number], { language }: Terminal): string {
  const head = inLanguage(message(`第${label}版`, `page ${label}`), language);
  const names = legend.map(({ letter, name, boxes }) => {
    const area = boxes.map(
      ({ column, columns, line, lines }) => `${column + 1}-${column + columns}:${line + 1}-${line + lines}`,
    );
    return `  ${letter} ${name}  ${area.join(' ')}`;
  });
  return [head, ...rows.map((row) => `  ${row}`), ...names].map((line) => `${line}\n`).join('');
}
