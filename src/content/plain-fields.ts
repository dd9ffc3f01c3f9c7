/**
 * YAML text of the plainest kind, a line a field with nothing in it that YAML could take for its own → the tree
 * that the parser would make of it, at a tenth of the cost: most articles begin so, and a page may hold hundreds.
 */

import { spanInFile } from '../source-map.ts';
import { draftOf } from './draft.ts';
import type { SourceText } from './source-text.ts';
import type { YamlEntry, YamlNode } from './yaml-tree.ts';

/**
 * `name: value` in one line, by YAML 1.2.2 §7.3.3 a plain scalar behind one blank: it begins with a letter, a
 * figure or a mark that opens, ends with no blank, and holds no `#` and no `:`.
 */
const FIELD =
  /([A-Za-z\p{Script=Han}][A-Za-z\p{Script=Han}-]*): ([A-Za-z0-9\p{Script=Han}《〈“‘「『（【](?:[^\p{Cc}\p{Zl}\p{Zp}\uFEFF:#]*[^\s\p{Cc}\uFEFF:#])?)\n/uy;

/** Null where a line is of another kind. */
export function plainFields(source: SourceText, from: number, to: number): YamlNode | null {
  const entries: YamlEntry[] = [];
  let at = from;
  while (at < to) {
    FIELD.lastIndex = at;
    const found = FIELD.exec(source.clean);
    if (found === null || FIELD.lastIndex > to) return null;
    const [line, key, value] = found;
    entries.push(entryOf(source, at, key!, value!));
    at += line.length;
  }
  if (entries.length === 0) return null;
  return { kind: 'map', entries, flow: false, span: spanInFile(source.map, from, at - 1) };
}

function entryOf(source: SourceText, at: number, key: string, value: string): YamlEntry {
  const from = at + key.length + ': '.length;
  const to = from + value.length;
  return {
    key,
    keySpan: spanInFile(source.map, at, at + key.length),
    value: {
      kind: 'text',
      draft: draftOf(source, from, to),
      style: 'plain',
      comment: null,
      span: spanInFile(source.map, from, to),
    },
  };
}
