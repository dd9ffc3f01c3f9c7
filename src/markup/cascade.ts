/** Elements and the rules that match them → the style of each, inheritance and defaults applied. */

import { type Diagnostic, errorAt, message } from '../diagnostics.ts';
import type { ElementNode } from './parse.ts';
import { PROPERTIES, PROPERTY_NAMES, type Style } from './properties.ts';
import type { Declaration, Sheet } from './sheet.ts';

export type StyleOf = (element: ElementNode) => Style;

const INHERITED = PROPERTY_NAMES.filter((name) => PROPERTIES[name].on === null);

const INITIAL = Object.fromEntries(
  PROPERTY_NAMES.map((name) => [name, PROPERTIES[name].initial]),
) as unknown as Style;

/** Each element's style is made once, at its first question. A declaration out of place is reported once. */
export function cascade(sheet: Sheet, report: (diagnostic: Diagnostic) => void): StyleOf {
  const styles = new Map<ElementNode, Style>();
  const reported = new Set<Declaration>();
  const styleOf: StyleOf = (element) => {
    const known = styles.get(element);
    if (known !== undefined) return known;
    const style: Record<string, unknown> = { ...INITIAL };
    if (element.parent !== null) {
      const parent = styleOf(element.parent);
      for (const name of INHERITED) style[name] = parent[name];
    }
    for (const rule of sheet.rules) {
      if (!rule.matches(element)) continue;
      for (const declaration of rule.declarations) {
        if (applies(declaration, element)) style[declaration.property] = declaration.value;
        else if (!reported.has(declaration)) {
          reported.add(declaration);
          report(outOfPlace(declaration, element));
        }
      }
    }
    const made = style as unknown as Style;
    styles.set(element, made);
    return made;
  };
  return styleOf;
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
    message(`${property} 对 ${element.name} 没有意义`, `${property} has no meaning for ${element.name}.`),
    message(`它只用于：${on.join('、')}。`, `It is for: ${on.join(', ')}.`),
  );
}
