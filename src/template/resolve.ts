/** A path in a template, `../article.headline`, and the scope it stands in → the shape it names, or why none. */

import { type Message, meantHint, message } from '../diagnostics.ts';
import type { PathExpression } from './ast.ts';
import { ARTICLE, PHOTO, ROOT, type Shape } from './shapes.ts';

export interface Scope {
  readonly context: Shape;
  /** What `../` leads to; null at the top of a template and of a partial. */
  readonly outer: Scope | null;
  /** `{{#each articles as |story|}}`. */
  readonly blockParams: ReadonlyMap<string, Shape>;
  /** Within `{{#each}}`, where `@index` has a meaning. */
  readonly inList: boolean;
}

export type Resolved =
  | { readonly kind: 'shape'; readonly shape: Shape }
  | { readonly kind: 'unknown'; readonly message: Message; readonly hints: readonly Message[] };

export function resolvePath(path: PathExpression, scope: Scope): Resolved {
  if (path.data) return resolveData(path, scope);
  let at = scope;
  for (let depth = path.depth; depth > 0; depth--) {
    if (at.outer === null) return unknown(LEADS_OUT);
    at = at.outer;
  }
  const [first = '', ...rest] = path.parts;
  const param = path.depth === 0 && !/^(\.|this\b)/.test(path.original) ? blockParam(first, scope) : null;
  return param === null
    ? descend(at.context, path.parts, path.original)
    : descend(param, rest, path.original);
}

const LEADS_OUT = message(
  '“../”走到模板（或部件）外面去了',
  '"../" leads out of the template; a partial sees only what it is given',
);

function blockParam(name: string, scope: Scope): Shape | null {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const shape = at.blockParams.get(name);
    if (shape !== undefined) return shape;
  }
  return null;
}

const LIST_DATA = ['index', 'first', 'last'];

function resolveData(path: PathExpression, scope: Scope): Resolved {
  const [name = '', ...rest] = path.parts;
  if (name === 'root') return descend(ROOT, rest, path.original);
  if (LIST_DATA.includes(name) && rest.length === 0) {
    if (scope.inList) return { kind: 'shape', shape: { kind: 'value' } };
    const text = message(`@${name} 只在 {{#each}} 里有意义`, `@${name} has a meaning only within {{#each}}`);
    return unknown(text);
  }
  return unknown(
    message(`没有“@${name}”`, `There is no "@${name}"`),
    ...meantHint(name, ['root', ...LIST_DATA]),
  );
}

function descend(from: Shape, parts: readonly string[], written: string): Resolved {
  let shape = from;
  for (const part of parts) {
    if (shape.kind === 'object') {
      const field: Shape | undefined = Object.hasOwn(shape.fields, part) ? shape.fields[part] : undefined;
      if (field === undefined) return unknownField(part, shape, written);
      shape = field;
    } else if (shape.kind === 'list' && /^\d+$/.test(part)) {
      shape = shape.of;
    } else if (shape.kind === 'list' && part === 'length') {
      shape = { kind: 'value' };
    } else {
      return unknown(
        message(`“${written}”里的“${part}”不存在`, `"${part}" of "${written}" does not exist`),
        ...(shape.kind === 'list' ? [EACH] : []),
      );
    }
  }
  return { kind: 'shape', shape };
}

const EACH = message(
  '它是一串，要用 {{#each}} 逐个取。',
  'It is a list: take its members one by one with {{#each}}.',
);

function unknownField(part: string, shape: Shape & { kind: 'object' }, written: string): Resolved {
  const names = Object.keys(shape.fields);
  const meant = meantHint(part, names);
  return unknown(
    message(
      `“${written}”不存在：${shape.called.zh}没有“${part}”`,
      `"${written}" does not exist: ${shape.called.en} has no "${part}"`,
    ),
    ...(meant.length > 0 ? meant : elsewhere(part)),
    message(`${shape.called.zh}有：${names.join('、')}。`, `Known here: ${names.join(', ')}.`),
  );
}

/** A right name in the wrong place: `headline` at the top is `article.headline`. */
function elsewhere(part: string): readonly Message[] {
  const places: readonly (readonly [string, object])[] = [
    ['article', ARTICLE.fields],
    ['issue', ROOT.fields.issue.fields],
    ['page', ROOT.fields.page.fields],
  ];
  const place = places.find(([, fields]) => Object.hasOwn(fields, part));
  if (place !== undefined) {
    return [message(`是不是“${place[0]}.${part}”？`, `Did you mean "${place[0]}.${part}"?`)];
  }
  return Object.hasOwn(PHOTO.fields, part)
    ? [
        message(
          '它属于图片：写在 {{#each article.photos}} 里。',
          'It belongs to a photo: {{#each article.photos}}.',
        ),
      ]
    : [];
}

function unknown(text: Message, ...hints: Message[]): Resolved {
  return { kind: 'unknown', message: text, hints };
}
