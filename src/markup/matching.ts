/** The rules of a sheet → those that match an element, looked up once for all elements that no rule tells apart. */

import type { ElementNode } from './parse.ts';
import { withoutMarks } from './selectors.ts';
import type { Rule } from './sheet.ts';

/** The rules that match, in the order of the sheet, and a key that other rules or another name do not have. */
export interface Matching {
  readonly rules: readonly Rule[];
  readonly key: string;
}

/** Elements alike in their names and in the attributes that rules ask for, and in those of all around them. */
interface Likes {
  readonly number: number;
  readonly found: readonly number[];
  readonly matching: Matching;
}

/** Holds for the elements of any number of pages. */
export function matcher(rules: readonly Rule[]): (element: ElementNode) => Matching {
  const attributes = [...new Set(rules.flatMap(({ asks }) => asks.attributes))];
  const known = new Map<string, Likes>();
  const likesOf = new WeakMap<ElementNode, Likes>();

  const numbered = rules.map((rule, number) => ({ ...rule, number }));
  const byLikes = numbered.filter(({ asks }) => !asks.place);
  const byPlace = numbered.filter(({ asks }) => asks.place);
  const matchingOf = (name: string, found: readonly number[]): Matching => ({
    rules: found.map((number) => rules[number]!),
    key: [name, ...found].join(' '),
  });
  const findLikes = (element: ElementNode): Likes => {
    const around = element.parent === null ? 0 : likes(element.parent).number;
    let key = `${around} ${element.name}`;
    if (element.attributes.size > 0) for (const name of attributes) key += valueIn(element, name);
    const alike = known.get(key);
    if (alike !== undefined) return alike;
    const found = numbersOf(byLikes, element);
    const first = { number: known.size + 1, found, matching: matchingOf(element.name, found) };
    known.set(key, first);
    return first;
  };
  const likes = (element: ElementNode): Likes => {
    const already = likesOf.get(element);
    if (already !== undefined) return already;
    const found = findLikes(element);
    likesOf.set(element, found);
    return found;
  };
  return (element) => {
    const { found, matching } = likes(element);
    const more = numbersOf(byPlace, element);
    if (more.length === 0) return matching;
    return matchingOf(
      element.name,
      [...found, ...more].sort((a, b) => a - b),
    );
  };
}

function numbersOf(
  rules: readonly (Rule & { readonly number: number })[],
  element: ElementNode,
): readonly number[] {
  return rules.flatMap(({ asks, matches, number }) =>
    (asks.name === null || asks.name === element.name) && matches(element) ? [number] : [],
  );
}

/** Told apart from the same words in another attribute, and from none. */
function valueIn({ attributes }: ElementNode, name: string): string {
  const value = attributes.get(name)?.value;
  return value === undefined ? '' : `\u0000${name}\u0000${withoutMarks(value)}`;
}
