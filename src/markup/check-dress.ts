/** The dresses of a page plan and what its theme knows → a warning for each that styles nothing. */

import type { PageSpec, Theme } from '../content/issue.ts';
import { type Diagnostic, meantHint, message, warningAt } from '../diagnostics.ts';
import { spanInFile } from '../source-map.ts';

/** Paragraphs, lines of poems and lists of prices have them by what they are. */
const OF_TEXTS: readonly string[] = ['question', 'clause', 'stanza', 'leaders'];

/** @param classes that selectors of the theme's style sheet name, in its order. */
export function checkDress(
  { blocks }: PageSpec,
  theme: Theme,
  classes: readonly string[],
): readonly Diagnostic[] {
  const dressed = blocks.flatMap(({ dress }) => dress ?? []);
  if (dressed.length === 0) return [];
  const sources = [...theme.pages.values(), ...theme.partials.values()].map(({ text }) => text);
  const asked = sources.flatMap((text) => [...text.matchAll(ASKED)].map((found) => found[1]!));
  const known = new Set([...classes, ...asked]);
  return dressed.flatMap((dress) =>
    [...dress.text.matchAll(/\S+/g)].flatMap(({ 0: name, index }) =>
      known.has(name)
        ? []
        : [
            unknownDress(
              name,
              spanInFile(dress.map, index, index + name.length),
              theme,
              dressesOf(known, sources),
            ),
          ],
    ),
  );
}

/** `{{#if (eq dress "poem")}}`: a template may know a dress that the style sheet does not. */
const ASKED = /\bdress\s+"([^"]+)"/g;

/** What an editor may write: not the classes that templates give to elements of their own. */
function dressesOf(known: ReadonlySet<string>, sources: readonly string[]): readonly string[] {
  const own = sources.flatMap((text) =>
    [...text.matchAll(/\bclass="([^"]*)"/g)].flatMap((found) =>
      found[1]!.replace(/\{\{[^}]*\}\}/g, ' ').split(/\s+/),
    ),
  );
  return [...known].filter((name) => !own.includes(name) && !OF_TEXTS.includes(name));
}

function unknownDress(
  name: string,
  span: Diagnostic['span'],
  theme: Theme,
  dresses: readonly string[],
): Diagnostic {
  const text = message(
    `主题 ${theme.name} 没有叫“${name}”的样式，这一块照平常的样子排`,
    `The theme ${theme.name} has no dress "${name}": the block is set without it`,
  );
  const list = message(`可写：${dresses.join('、')}。`, `Known: ${dresses.join(', ')}.`);
  return warningAt(span, 'unknown-dress', text, ...meantHint(name, dresses), list);
}
