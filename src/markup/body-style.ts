/** A theme's style sheet and a page's template → the rules of setting of a body's text that stands on no page. */

import type { SourceFile, Theme } from '../content/issue.ts';
import { hasErrors } from '../diagnostics.ts';
import { cascade } from './cascade.ts';
import type { ElementName } from './elements.ts';
import { matcher } from './matching.ts';
import type { Attribute, ElementNode, MarkupNode } from './parse.ts';
import { type ProfileStyle, styleOfWords, USUAL_STYLE } from './profile-properties.ts';
import { readSheet } from './sheet.ts';

/** What texts are set by where nothing is said. */
export type BodyStyleOf = (element: ElementName) => ProfileStyle;

/**
 * The style that an element has by itself in the body of a page's only story. A faulty style sheet says nothing:
 * `check` tells of it.
 *
 * @param template the page's; null: a page without a class.
 * @param families names of the fonts' families.
 */
export function bodyStyles(
  theme: Theme,
  template: SourceFile | null,
  families: readonly string[],
): BodyStyleOf {
  const { hao, ornaments } = theme;
  const sheet = readSheet(theme.sheet, { hao, swatches: [...theme.swatches.keys()], families, ornaments });
  const words = styleOfWords(theme.profile);
  if (hasErrors(sheet.diagnostics)) return () => ({ ...USUAL_STYLE, ...words });
  // What a style sheet says out of place is told of by `check` too.
  const { styleOf } = cascade(matcher(sheet.rules), words, () => undefined);
  const pageClass = /<page\b[^>]*?\bclass="([^"{]*)"/.exec(template?.text ?? '')?.[1] ?? '';
  return (element) => {
    const page = node('page', null, pageClass);
    const body = node('body', node('story', page));
    return styleOf(node(element, element === 'td' ? node('tr', node('table', body)) : body));
  };
}

interface OpenNode extends ElementNode {
  readonly children: MarkupNode[];
}

function node(name: ElementName, parent: OpenNode | null, className = ''): OpenNode {
  const attributes = new Map<string, Attribute>();
  if (className !== '') attributes.set('class', { name: 'class', value: className, from: 0 });
  const made: OpenNode = {
    kind: 'element',
    name,
    attributes,
    children: [],
    parent,
    previous: null,
    from: 0,
    to: 0,
  };
  parent?.children.push(made);
  return made;
}
