/** A selector → a test for elements, and how specific it is. Matching is css-select's, on our own tree. */

import { compile } from 'css-select';
import type { CssNode } from 'css-tree';
import { type Message, meantHint, message } from '../diagnostics.ts';
import { stretches } from '../source-marks.ts';
import { ELEMENT_NAMES } from './elements.ts';
import type { ElementNode, MarkupNode } from './parse.ts';

export type CompiledSelector =
  | {
      readonly kind: 'selector';
      readonly matches: (element: ElementNode) => boolean;
      readonly specificity: number;
      readonly asks: Asks;
    }
  | { readonly kind: 'faulty'; readonly message: Message; readonly hints: readonly Message[] };

/** What of an element and of those around it decides whether it matches. */
export interface Asks {
  /** The name that it has; null: every name. */
  readonly name: string | null;
  /** Attributes of it or of the elements that it stands in. */
  readonly attributes: readonly string[];
  /** Whether the elements beside it or in it, or their number, count too. */
  readonly place: boolean;
}

type Adapter = NonNullable<NonNullable<Parameters<typeof compile<MarkupNode, ElementNode>>[1]>['adapter']>;

const ADAPTER: Adapter = {
  isTag: (node): node is ElementNode => node.kind === 'element',
  getAttributeValue: (element, name) => {
    const value = element.attributes.get(name)?.value;
    return value === undefined ? undefined : withoutMarks(value);
  },
  hasAttrib: (element, name) => element.attributes.has(name),
  getChildren: (node) => (node.kind === 'element' ? [...node.children] : []),
  getName: (element) => element.name,
  getParent: (element) => element.parent,
  getSiblings: (node) => (node.kind === 'element' ? [...(node.parent?.children ?? [node])] : [node]),
  prevElementSibling: (node) => (node.kind === 'element' ? node.previous : null),
  // Text is content, and looks do not depend on what the words are.
  getText: () => '',
  removeSubsets: (nodes) => nodes,
};

export function withoutMarks(text: string): string {
  return stretches(text)
    .map(({ from, to }) => text.slice(from, to))
    .join('');
}

export function compileSelector(selector: CssNode, text: string): CompiledSelector {
  const unknown = unknownElement(selector);
  if (unknown !== null) {
    const list = message(`元素有：${ELEMENT_NAMES.join('、')}。`, `Known: ${ELEMENT_NAMES.join(', ')}.`);
    const meant = meantHint(unknown, ELEMENT_NAMES);
    return {
      kind: 'faulty',
      message: message(`没有叫“${unknown}”的元素`, `There is no element "${unknown}"`),
      hints: meant.length > 0 ? meant : [list],
    };
  }
  const pseudo = unknownPseudo(selector);
  if (pseudo !== null) {
    const known = PSEUDO_CLASSES.map((name) => `:${name}`);
    const list = message(`可用：${known.join('、')}。`, `Known: ${known.join(', ')}.`);
    const meant = meantHint(pseudo, known);
    return {
      kind: 'faulty',
      message: message(`选择器里不能用“${pseudo}”`, `A selector cannot use "${pseudo}"`),
      hints: meant.length > 0 ? meant : [list],
    };
  }
  try {
    const matches = compile<MarkupNode, ElementNode>(text, {
      adapter: ADAPTER,
      xmlMode: true,
      cacheResults: false,
    });
    return {
      kind: 'selector',
      matches,
      specificity: specificityOf(selector),
      asks: {
        name: subjectOf(selector),
        attributes: attributesIn(selector),
        place: asksForPlace(selector),
      },
    };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return {
      kind: 'faulty',
      message: message(`选择器“${text}”不能用`, `The selector "${text}" cannot be used: ${said}`),
      hints: [],
    };
  }
}

/** The element name that a selector ends in: most elements are told apart by it, at no cost. */
function subjectOf(selector: CssNode): string | null {
  const parts = childrenOf(selector);
  const last = parts.findLastIndex(({ type }) => type === 'Combinator');
  const name = parts[last + 1];
  return name?.type === 'TypeSelector' && name.name !== '*' ? name.name : null;
}

function attributesIn(node: CssNode): readonly string[] {
  if (node.type === 'ClassSelector') return ['class'];
  if (node.type === 'IdSelector') return ['id'];
  if (node.type === 'AttributeSelector') return [node.name.name];
  return childrenOf(node).flatMap(attributesIn);
}

/** Of the pseudo-classes only these ask for no more than what is in their brackets. */
const PLACELESS: readonly string[] = ['not', 'is', 'where'];

function asksForPlace(node: CssNode): boolean {
  if (node.type === 'Combinator' && node.name !== ' ' && node.name !== '>') return true;
  if (node.type === 'PseudoClassSelector' && !PLACELESS.includes(node.name)) return true;
  return childrenOf(node).some(asksForPlace);
}

function unknownElement(node: CssNode): string | null {
  if (node.type === 'TypeSelector') {
    return node.name === '*' || ELEMENT_NAMES.some((name) => name === node.name) ? null : node.name;
  }
  for (const child of childrenOf(node)) {
    const unknown = unknownElement(child);
    if (unknown !== null) return unknown;
  }
  return null;
}

/** The classes that a selector, or a list of them, names. */
export function classesIn(node: CssNode): readonly string[] {
  return node.type === 'ClassSelector' ? [node.name] : childrenOf(node).flatMap(classesIn);
}

/** Those that ask for a place among other elements; a printed page has no others. */
const PSEUDO_CLASSES: readonly string[] = [
  'first-child',
  'last-child',
  'only-child',
  'nth-child',
  'nth-last-child',
  'first-of-type',
  'last-of-type',
  'only-of-type',
  'nth-of-type',
  'nth-last-of-type',
  'empty',
  'not',
  'is',
  'where',
  'has',
];

function unknownPseudo(node: CssNode): string | null {
  if (node.type === 'PseudoElementSelector') return `::${node.name}`;
  if (node.type === 'PseudoClassSelector' && !PSEUDO_CLASSES.includes(node.name)) return `:${node.name}`;
  for (const child of childrenOf(node)) {
    const unknown = unknownPseudo(child);
    if (unknown !== null) return unknown;
  }
  return null;
}

function childrenOf(node: CssNode): readonly CssNode[] {
  return 'children' in node && node.children !== null && typeof node.children === 'object'
    ? [...node.children]
    : [];
}

/** Selectors Level 4 §17: ids, then classes, attributes and pseudo-classes, then element names. */
function specificityOf(node: CssNode): number {
  switch (node.type) {
    case 'IdSelector':
      return 1_000_000;
    case 'ClassSelector':
    case 'AttributeSelector':
      return 1_000;
    case 'TypeSelector':
      return node.name === '*' ? 0 : 1;
    case 'PseudoClassSelector':
      return ofPseudo(node.name, childrenOf(node));
    default:
      return childrenOf(node).reduce((sum, child) => sum + specificityOf(child), 0);
  }
}

function ofPseudo(name: string, children: readonly CssNode[]): number {
  if (name === 'where') return 0;
  if (name !== 'is' && name !== 'not' && name !== 'has') return 1_000;
  const inner = children.flatMap((child) => (child.type === 'SelectorList' ? childrenOf(child) : [child]));
  return Math.max(0, ...inner.map(specificityOf));
}
