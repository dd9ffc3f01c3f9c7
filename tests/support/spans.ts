/** A diagnostic and the files it may point into → code and the characters it points at, for short tests. */

import type { SourceFile } from '../../src/content/issue.ts';
import { type Diagnostic, lineAndColumn } from '../../src/diagnostics.ts';

/** `code file:line:column «characters»`; at most 40 characters of one line. */
export function said({ code, span }: Diagnostic, files: Iterable<SourceFile>): string {
  if (span === null) return code;
  const text = [...files].find(({ file }) => file === span.file)?.text ?? '';
  const { line, column } = lineAndColumn(text, span.start);
  const [pointed = ''] = text.slice(span.start, span.end).split('\n');
  return `${code} ${span.file}:${line}:${column} «${pointed.slice(0, 40)}»`;
}
