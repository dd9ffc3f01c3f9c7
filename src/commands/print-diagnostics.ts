/**
 * Diagnostics and the files they speak of → the lines shown to the author.
 *
 * `file:line:column: error[code]: message`, the source line with a caret under the place, hints below.
 */

import { type Diagnostic, type Span, sortDiagnostics } from '../diagnostics.ts';
import { inLanguage, type Language } from '../language.ts';
import { type Place, placeFinder, type Sources } from '../places.ts';
import { type DiagnosticReport, diagnosticReport } from '../report.ts';
import { displayWidth, takeCells } from './display-width.ts';

/** All diagnostics, sorted by file and place, as one text that ends with a line end; empty if none. */
export function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  language: Language,
): string {
  const placeOf = placeFinder(sources);
  const lines = sortDiagnostics(diagnostics).flatMap((diagnostic) => {
    const { span } = diagnostic;
    const place = span === null ? null : placeOf(span);
    return [
      headLine(diagnosticReport(diagnostic, placeOf, language)),
      ...(span === null || place === null ? [] : excerpt(sources.get(span.file)!, span, place)),
      ...hintLines(
        diagnostic.hints.map((hint) => inLanguage(hint, language)),
        language,
      ),
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** `file:line:column: error[code]: message`, as far as there is a place. */
export function headLine({ severity, code, message, file, line, column }: DiagnosticReport): string {
  const place = line === null || column === null ? '' : `${line}:${column}:`;
  return `${file === null ? '' : `${file}:${place} `}${severity}[${code}]: ${message}`;
}

/** Hints as they stand under a diagnostic or a usage error. */
export function hintLines(hints: readonly string[], language: Language): string[] {
  const label = language === 'zh' ? '提示：' : 'hint: ';
  return hints.map((hint) => `  ${label}${hint}`);
}

/** Cells of the terminal that an excerpt may take; a longer line is cut around the place. */
const EXCERPT_CELLS = 72;

/** Source line and caret line of a place; nothing where the line is blank. */
function excerpt(text: string, span: Span, place: Place): string[] {
  const { lineStart, lineEnd } = place;
  const from = Math.min(span.start, lineEnd);
  const to = Math.max(from, Math.min(span.end, lineEnd));
  if (text.slice(lineStart, lineEnd).trim() === '') return [];
  const before = [...printable(text.slice(lineStart, from))];
  const marked = [...printable(text.slice(from, to))];
  const after = [...printable(text.slice(to, lineEnd))];
  const cutMarked = takeCells(marked, EXCERPT_CELLS);
  const roomBefore = Math.floor((EXCERPT_CELLS - displayWidth(cutMarked.join(''))) / 2);
  const cutBefore = takeCells(before.toReversed(), roomBefore).toReversed();
  const roomAfter = EXCERPT_CELLS - displayWidth(cutMarked.join('')) - displayWidth(cutBefore.join(''));
  const cutAfter = cutMarked.length < marked.length ? [] : takeCells(after, roomAfter);
  const head = cutBefore.length < before.length ? '… ' : '';
  const tail = cutMarked.length + cutAfter.length < marked.length + after.length ? ' …' : '';
  return [
    `  | ${head}${[...cutBefore, ...cutMarked, ...cutAfter].join('')}${tail}`,
    `  | ${' '.repeat(head.length + displayWidth(cutBefore.join('')))}${'^'.repeat(Math.max(1, displayWidth(cutMarked.join(''))))}`,
  ];
}

/** Control characters would move the caret or the terminal itself. */
function printable(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\ufeff]/g, '\ufffd');
}
