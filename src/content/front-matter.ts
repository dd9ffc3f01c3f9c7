/** An article's file → the fields between its `---` lines and where its body begins, or what is wrong with the lines. */

import { type Diagnostic, errorAt, message } from '../diagnostics.ts';
import { spanInFile } from '../source-map.ts';
import { ARTICLE_FIELDS } from './fields.ts';
import { readYaml } from './read-yaml.ts';
import type { SourceText } from './source-text.ts';
import type { YamlRead } from './yaml-tree.ts';

export interface FrontMatter {
  /** Of an empty text if there is none; null if the fences are wrong. */
  readonly yaml: YamlRead | null;
  readonly bodyStart: number;
}

export function frontMatter(source: SourceText, diagnostics: Diagnostic[]): FrontMatter {
  // The fences stand on lines of their own, the first at the file's start.
  const opening = /^---[ \t]*\n/.exec(source.clean)?.[0].length ?? 0;
  const fence = /^---[ \t]*(?:\n|$(?![\s\S]))/gm;
  fence.lastIndex = opening;
  const closing = opening === 0 ? null : fence.exec(source.clean);
  if (closing !== null) {
    const bodyStart = closing.index + closing[0].length;
    return { yaml: readYaml(source, opening, closing.index), bodyStart };
  }
  const dashes = /^[ \t\n]*---[ \t]*(?=\n|$)/.exec(source.clean)?.[0];
  if (dashes === undefined) {
    const bare = bareFields(source);
    if (bare === null) return { yaml: NO_YAML, bodyStart: 0 };
    diagnostics.push(bare);
    return { yaml: null, bodyStart: 0 };
  }
  const span = spanInFile(source.map, dashes.trimEnd().length - 3, dashes.trimEnd().length);
  diagnostics.push(
    dashes.startsWith('---')
      ? errorAt(
          span,
          'front-matter-open',
          message('稿件开头的 --- 没有对应的结束行', 'the --- at the start of the article is never closed'),
          message('字段写完后，另起一行写 ---。', 'Write a line --- behind the fields.'),
        )
      : errorAt(
          span,
          'front-matter-late',
          message('--- 要顶格写在文件第一行', 'the --- must be the first line of the file'),
          message('请删去前面的空行和空格。', 'Remove the blank lines and blanks in front of it.'),
        ),
  );
  return { yaml: null, bodyStart: 0 };
}

const NO_YAML: YamlRead = { root: null, diagnostics: [], isDamaged: () => false };

const NAMES: ReadonlySet<string> = new Set(
  Object.entries(ARTICLE_FIELDS).flatMap(([name, { aliases }]) => [name, ...aliases]),
);

/** Fields at the file's start that nothing encloses, or lines that only look like `---`: they would be printed. */
function bareFields(source: SourceText): Diagnostic | null {
  const found = /^\s*(?:[-－–—]{2,}[ \t]*\n)?([^\s:：]+)[ \t]*[:：]/.exec(source.clean);
  if (found === null || !NAMES.has(found[1]!)) return null;
  const start = found[0].length - found[0].trimStart().length;
  const end = source.clean.indexOf('\n', start);
  return errorAt(
    spanInFile(source.map, start, end === -1 ? source.clean.length : end),
    'front-matter-bare',
    message(
      '稿件开头像是字段，但没有用 --- 围起来，会当成正文印出',
      'the article begins with what looks like fields, but no --- encloses them: they would be set as text',
    ),
    message(
      '请在字段的前后各加一行 ---（三个半角减号）。',
      'Put a line --- (three hyphens) in front of the fields and one behind them.',
    ),
  );
}
