/** A path → the text of the file there, or the fault, said at the place that named it. */

import { type Diagnostic, errorAt, message, type Span } from '../diagnostics.ts';
import type { World } from '../world.ts';
import { decode, type SourceText, sourceText, TEXT_LIMIT } from './source-text.ts';
import type { Tally } from './tally.ts';

/** What reading an issue gathers on its way. */
export interface Gathering {
  readonly world: World;
  readonly diagnostics: Diagnostic[];
  /** The decoded texts by the file's name as messages show it, to print places from. */
  readonly sources: Map<string, string>;
  readonly counts: Tally;
}

/**
 * @param file the name that messages show.
 * @param span the place that named the file; null if it was the command line.
 */
export function readText(
  gathering: Gathering,
  path: string,
  file: string,
  span: Span | null,
): SourceText | null {
  const read = gathering.world.read(path, TEXT_LIMIT);
  if (read.kind === 'bytes') {
    const { text, fault } = decode(file, read.bytes);
    gathering.sources.set(file, text);
    if (fault === null) return sourceText(file, text, gathering.counts);
    gathering.diagnostics.push(fault);
    return null;
  }
  gathering.diagnostics.push(unreadable(read, file, span));
  return null;
}

type Unreadable = Exclude<ReturnType<World['read']>, { kind: 'bytes' }>;

export function unreadable(read: Unreadable, file: string, span: Span | null): Diagnostic {
  switch (read.kind) {
    case 'missing':
      return errorAt(span, 'missing-file', message(`找不到文件“${file}”`, `there is no file "${file}"`));
    case 'not-a-file':
      return errorAt(
        span,
        'not-a-file',
        message(`“${file}”不是文件`, `"${file}" is not a file`),
        message('如果它是文件夹，请一直写到文件名。', 'If it is a folder, name the file in it.'),
      );
    case 'too-large':
      return errorAt(
        span,
        'text-too-large',
        message(
          `“${file}”有 ${megabytes(read.size)} MB，文字文件上限是 5 MB`,
          `"${file}" has ${megabytes(read.size)} MB; a text file may have 5`,
        ),
      );
  }
}

function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 100_000) / 10).toFixed(1);
}
