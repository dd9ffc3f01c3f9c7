/** Elements and the rules that match them → the style of each, inheritance and defaults applied. */

import { type Diagnostic, errorAt, message } from '../diagnostics.ts';
import type { Matching } from './matching.ts';
import type { ElementNode } from './parse.ts';
import type { ProfileStyle } from './profile-properties.ts';
import { PROPERTIES, PROPERTY_NAMES, type PropertyName, type Style } from './properties.ts';
import type { Declaration, Rule } from './sheet.ts';

export type StyleOf = (element: ElementNode) => Style;

export interface Cascade {
  readonly styleOf: StyleOf;
  /** The declaration that an element's style has a property from, and whose it is; null if it is the default. */
  readonly declared: (element: ElementNode, property: PropertyName) => Declared | null;
}

export interface Declared {
  readonly declaration: Declaration;
  /** The element itself, or the one that hands the value down. */
  readonly element: ElementNode;
}

const INHERITED = PROPERTY_NAMES.filter((name) => PROPERTIES[name].on === null);

const INITIAL = Object.fromEntries(
  PROPERTY_NAMES.map((name) => [name, PROPERTIES[name].initial]),
) as unknown as Style;

/**
 * Elements that the same rules match under parents of one style share one style object, so what is made from
 * a style can be kept by it. A declaration out of place is reported once. What the sheet does not say of the
 * rules of setting, the theme's `profile` does.
 */
export function cascade(
  match: (element: ElementNode) => Matching,
  profile: Partial<ProfileStyle>,
  report: (diagnostic: Diagnostic) => void,
): Cascade {
  const initial: Style = { ...INITIAL, ...profile };
  const styles = new Map<ElementNode, Style>();
  const made = new Map<Style, Map<string, Style>>();
  const reported = new Set<Declaration>();
  const styleOf: StyleOf = (element) => {
    const known = styles.get(element);
    if (known !== undefined) return known;
    const parent = element.parent === null ? initial : styleOf(element.parent);
    const { rules, key } = match(element);
    const siblings = made.get(parent) ?? new Map<string, Style>();
    made.set(parent, siblings);
    const style = siblings.get(key) ?? makeStyle(element, parent, rules);
    siblings.set(key, style);
    styles.set(element, style);
    return style;
  };
  const makeStyle = (element: ElementNode, parent: Style, rules: readonly Rule[]): Style => {
    const style: Record<string, unknown> = { ...INITIAL };
    for (const name of INHERITED) style[name] = parent[name];
    for (const declaration of rules.flatMap((rule) => rule.declarations)) {
      if (applies(declaration, element)) style[declaration.property] = declaration.value;
      else if (!reported.has(declaration)) {
        reported.add(declaration);
        report(outOfPlace(declaration, element));
      }
    }
    return style as unknown as Style;
  };
  return { styleOf, declared: (element, property) => declaredOn(match, element, property) };
}

function declaredOn(
  match: (element: ElementNode) => Matching,
  element: ElementNode,
  property: PropertyName,
): Declared | null {
  const own = match(element)
    .rules.flatMap((rule) => rule.declarations)
    .findLast((declaration) => declaration.property === property && applies(declaration, element));
  if (own !== undefined) return { declaration: own, element };
  const { parent } = element;
  return PROPERTIES[property].on === null && parent !== null ? declaredOn(match, parent, property) : null;
}

function applies({ property }: Declaration, element: ElementNode): boolean {
  const { on } = PROPERTIES[property];
  return on === null || on.some((name) => name === element.name);
}

function outOfPlace({ property, span }: Declaration, element: ElementNode): Diagnostic {
  const on = PROPERTIES[property].on ?? [];
  return errorAt(
    span,
    'misplaced-property',
    message(`${property} 对 ${element.name} 没有意义`, `${property} has no meaning for ${element.name}`),
    message(`它只用于：${on.join('、')}。`, `It is for: ${on.join(', ')}.`),
  );
}
