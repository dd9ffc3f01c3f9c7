/**
 * A page template with its partials → every name in it that the view model lacks.
 *
 * Handlebars' `strict` sees only plain `{{a.b}}`: in `{{#each article.photoz}}` a misspelt name is silently
 * nothing. So the syntax tree is walked with the shape of what each name stands for.
 */

import { type Diagnostic, type Message, meantHint, message } from '../diagnostics.ts';
import type { BlockStatement, Call, PartialStatement, Program } from './ast.ts';
import {
  checkExpression,
  checkHelper,
  checkPath,
  fault,
  nameOf,
  type Partials,
  unknownHelper,
  type Walk,
} from './check-call.ts';
import { BLOCKS, HELPERS } from './helpers.ts';
import { spanOf, type Template } from './read.ts';
import type { Scope } from './resolve.ts';
import { ROOT, type Shape } from './shapes.ts';

export function checkTemplate(template: Template, partials: Partials): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const report = (diagnostic: Diagnostic): void => {
    const { span, code } = diagnostic;
    found.set(`${span?.file}:${span?.start}:${code}`, diagnostic);
  };
  const scope: Scope = { context: ROOT, outer: null, blockParams: new Map(), inList: false };
  checkProgram(template.program, { template, scope, within: [], partials, report });
  return [...found.values()];
}

function checkProgram(program: Program | undefined, walk: Walk): void {
  for (const statement of program?.body ?? []) {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        break;
      case 'MustacheStatement':
        checkMustache(statement, walk);
        break;
      case 'BlockStatement':
        checkBlock(statement, walk);
        break;
      case 'PartialStatement':
        checkPartial(statement, walk);
        break;
      case 'PartialBlockStatement':
      case 'DecoratorBlock':
      case 'Decorator':
        fault(walk, spanOf(walk.template, statement.loc), 'unsupported-template', UNSUPPORTED);
        break;
      default:
        statement satisfies never;
    }
  }
}

const UNSUPPORTED = message(
  '模板里不能用 {{#> …}} 和 {{* …}}',
  'Partial blocks {{#> …}} and decorators {{* …}} are not part of these templates',
);

function checkMustache(mustache: Call, walk: Walk): void {
  const name = nameOf(mustache);
  const span = spanOf(walk.template, mustache.loc);
  const hasArguments = mustache.params.length > 0 || mustache.hash !== undefined;
  const helper = name === null ? undefined : HELPERS[name];
  if (helper !== undefined && scopeLacks(walk.scope, name!)) {
    checkHelper(mustache, helper, walk);
  } else if (hasArguments || mustache.path.type !== 'PathExpression' || BLOCKS.includes(name ?? '')) {
    unknownHelper(mustache, walk);
  } else {
    const shape = checkPath(mustache.path, walk);
    if (shape !== null && !['text', 'value', 'date'].includes(shape.kind)) {
      fault(walk, span, 'not-text', ...notText(mustache.path.original, shape));
    }
  }
}

/** A block parameter hides a helper of its name. */
function scopeLacks(scope: Scope, name: string): boolean {
  for (let at: Scope | null = scope; at !== null; at = at.outer) if (at.blockParams.has(name)) return false;
  return true;
}

function notText(name: string, shape: Shape): [Message, Message] {
  const list = shape.kind === 'list';
  return [
    message(`“${name}”不是文字，排不出来`, `"${name}" is no text and cannot be set`),
    list
      ? message(`逐个排：{{#each ${name}}}…{{/each}}。`, `Set its members: {{#each ${name}}}…{{/each}}.`)
      : message(`写出要它的哪一项：{{${name}.…}}。`, `Say which part of it: {{${name}.…}}.`),
  ];
}

function checkBlock(block: BlockStatement, walk: Walk): void {
  const name = nameOf(block);
  const span = spanOf(walk.template, block.path.loc);
  if (name === null || !BLOCKS.includes(name)) {
    const written = String(block.path.original ?? '');
    const known = BLOCKS.map((each) => `{{#${each}}}`);
    fault(
      walk,
      span,
      'unknown-helper',
      message(`没有 {{#${written}}} 这种块`, `There is no block {{#${written}}}`),
      ...meantHint(written, BLOCKS),
      message(`可用的有：${known.join('、')}。`, `Known: ${known.join(', ')}.`),
    );
    return;
  }
  const [param] = block.params;
  if (param === undefined || block.params.length > 1 || block.hash !== undefined) {
    fault(
      walk,
      span,
      'bad-argument',
      message(`{{#${name} …}} 要一个参数`, `{{#${name} …}} takes one argument`),
    );
    return;
  }
  const shape = checkExpression(param, walk);
  if (shape !== null) {
    checkProgram(block.program, { ...walk, scope: scopeInBlock(name, shape, block, walk) });
  }
  checkProgram(block.inverse, walk);
}

function scopeInBlock(name: string, shape: Shape, block: BlockStatement, walk: Walk): Scope {
  const { scope } = walk;
  if (name === 'if' || name === 'unless') return scope;
  const inner = name === 'each' && shape.kind === 'list' ? shape.of : shape;
  if (shape.kind !== (name === 'each' ? 'list' : 'object')) {
    fault(
      walk,
      spanOf(walk.template, block.params[0]!.loc),
      'bad-argument',
      name === 'each'
        ? message(
            '{{#each …}} 要一串东西，如 article.photos',
            '{{#each …}} takes a list, such as article.photos',
          )
        : message('{{#with …}} 要一件东西，如 article', '{{#with …}} takes an object, such as article'),
    );
  }
  const [item, index] = block.program?.blockParams ?? [];
  const blockParams = new Map<string, Shape>();
  if (item !== undefined) blockParams.set(item, inner);
  if (index !== undefined) blockParams.set(index, { kind: 'value' });
  return { context: inner, outer: scope, blockParams, inList: scope.inList || name === 'each' };
}

function checkPartial(statement: PartialStatement, walk: Walk): void {
  const span = spanOf(walk.template, statement.loc);
  const name = statement.name.type === 'SubExpression' ? null : String(statement.name.original ?? '');
  const [param] = statement.params;
  let context = param === undefined ? walk.scope.context : checkExpression(param, walk);
  const extra = (statement.hash?.pairs ?? []).map(
    ({ key, value }) => [key, checkExpression(value, walk)] as const,
  );
  if (name === null || !walk.partials.names.includes(name)) {
    fault(walk, span, 'unknown-partial', ...unknownPartial(name, walk.partials.names));
    return;
  }
  if (walk.within.includes(name)) {
    const ring = [...walk.within, name].join(' → ');
    fault(
      walk,
      span,
      'partial-cycle',
      message(`部件绕回了自己：${ring}`, `Partials call each other: ${ring}`),
    );
    return;
  }
  const template = walk.partials.get(name);
  if (template === null || context === null) return;
  if (extra.length > 0 && context.kind === 'object') {
    const known = extra.filter((pair): pair is readonly [string, Shape] => pair[1] !== null);
    context = { ...context, fields: { ...context.fields, ...Object.fromEntries(known) } };
  }
  const scope: Scope = { context, outer: null, blockParams: new Map(), inList: walk.scope.inList };
  checkProgram(template.program, { ...walk, template, scope, within: [...walk.within, name] });
}

function unknownPartial(name: string | null, known: readonly string[]): [Message, ...Message[]] {
  if (name === null) {
    return [message('部件的名字要直接写出来', 'The name of a partial must be written out')];
  }
  return [
    message(`没有叫“${name}”的部件`, `There is no partial "${name}"`),
    ...meantHint(name, known),
    message(
      `部件是版式里的 partials/*.hbs：${known.join('、')}。`,
      `Partials are the theme's partials/*.hbs: ${known.join(', ')}.`,
    ),
  ];
}
