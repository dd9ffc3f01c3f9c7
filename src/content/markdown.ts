/**
 * A text in the closed dialect of Markdown → its tree (mdast), with offsets.
 *
 * The dialect: `#` heads, `**…**` and `*…*` by the CJK-friendly rule, `> `, `- ` and `1. `
 * lists, pipe tables, `![alt](photo)`, leaf and container directives. Everything else that Markdown knows is
 * off, so that its characters are text: times and ratios (10:30, 3:2), indents, underscores, backslashes,
 * `&…;`, `<…>`, links, code.
 */

import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';

type Options = Exclude<Parameters<typeof fromMarkdown>[1], string | undefined | null>;
type Extension = Exclude<NonNullable<Options['extensions']>[number], readonly unknown[]>;

/** Constructs of CommonMark, by micromark's names, whose characters are text here. */
const OFF = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlFlow',
  'htmlText',
  'labelStartLink',
  'setextUnderline',
];

const ASTERISK = 42;

/** Emphasis by the CJK-friendly rule, with `*` only. Under a name of its own, CommonMark's being off. */
function starEmphasis(): Extension {
  const construct = cjkFriendlyExtension().text?.[ASTERISK];
  if (construct === undefined || Array.isArray(construct))
    throw new Error('cjk-friendly has no construct for *');
  const stars = { ...construct, name: 'starEmphasis' };
  return { text: { [ASTERISK]: stars }, insideSpan: { null: [stars] } };
}

function options(): Options {
  const { flow: blockDirectives = {} } = directive();
  return {
    extensions: [{ flow: blockDirectives }, gfmTable(), starEmphasis(), { disable: { null: OFF } }],
    mdastExtensions: [directiveFromMarkdown(), gfmTableFromMarkdown()],
  };
}

let shared: Options | null = null;

export function parseMarkdown(text: string): Root {
  shared ??= options();
  return fromMarkdown(text, shared);
}
