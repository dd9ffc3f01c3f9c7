/** A call in a template, its name and arguments → whether the view model and the helpers have them. */

import { type Diagnostic, errorAt, type Message, meantHint, message, type Span } from '../diagnostics.ts';
import type { Call, Expression, PathExpression } from './ast.ts';
import { fits, HELPERS, type HelperSpec } from './helpers.ts';
import { spanOf, type Template } from './read.ts';
import { resolvePath, type Scope } from './resolve.ts';
import type { Shape } from './shapes.ts';

/** Looks up a partial that reads well; `null` if there is none or it is faulty (reported elsewhere). */
export interface Partials {
  readonly names: readonly string[];
  get(name: string): Template | null;
}

export interface Walk {
  readonly template: Template;
  readonly scope: Scope;
  /** Partials being walked, outermost first: none may call itself. */
  readonly within: readonly string[];
  readonly partials: Partials;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Says in which partial it is, since the file that an editor chose is the page's. */
export function fault(walk: Walk, span: Span, code: string, ...texts: [Message, ...Message[]]): void {
  const [text, ...hints] = texts;
  const partial = walk.within.at(-1);
  const named =
    partial === undefined
      ? text
      : message(`部件 ${partial}：${text.zh}`, `In partial "${partial}": ${text.en}`);
  walk.report(errorAt(span, code, named, ...hints));
}

/** The one-word name of a call, `date` in `{{date issue.date}}`; null for a path or a literal. */
export function nameOf({ path }: Call): string | null {
  if (path.type !== 'PathExpression' || path.data || path.depth > 0 || path.parts.length !== 1) return null;
  return /^(\.|this\b)/.test(path.original) ? null : path.parts[0]!;
}

export function unknownHelper(call: Call, walk: Walk): void {
  const name = String(call.path.original ?? '');
  fault(
    walk,
    spanOf(walk.template, call.path.loc),
    'unknown-helper',
    message(`没有叫“${name}”的助手（helper）`, `There is no helper "${name}"`),
    ...meantHint(name, Object.keys(HELPERS)),
    message(`可用的有：${Object.keys(HELPERS).join('、')}。`, `Known: ${Object.keys(HELPERS).join(', ')}.`),
  );
}

/** Number, names and shapes of the arguments. */
export function checkHelper(call: Call, helper: HelperSpec, walk: Walk): void {
  const name = nameOf(call)!;
  if (call.params.length !== helper.params.length) {
    const count = helper.params.length;
    fault(
      walk,
      spanOf(walk.template, call.loc),
      'bad-argument',
      message(
        `${name} 要 ${count} 个参数，这里是 ${call.params.length} 个`,
        `"${name}" takes ${count} argument${count === 1 ? '' : 's'}, not ${call.params.length}`,
      ),
    );
  }
  call.params.forEach((param, index) => {
    checkArgument(param, helper.params[index] ?? 'any', name, walk);
  });
  for (const { key, value, loc } of call.hash?.pairs ?? []) {
    const expected = helper.hash[key];
    if (expected === undefined) {
      fault(
        walk,
        spanOf(walk.template, loc),
        'bad-argument',
        message(`${name} 没有叫“${key}”的参数`, `"${name}" has no argument "${key}"`),
        ...meantHint(key, Object.keys(helper.hash)),
      );
    }
    checkArgument(value, expected ?? 'any', name, walk);
  }
}

function checkArgument(
  value: Expression,
  expected: HelperSpec['params'][number],
  helper: string,
  walk: Walk,
): void {
  const shape = checkExpression(value, walk);
  if (shape === null || fits(shape, expected)) return;
  const written = String((value as { original?: unknown }).original ?? '');
  fault(
    walk,
    spanOf(walk.template, value.loc),
    'bad-argument',
    message(`${helper} 要的不是“${written}”`, `"${helper}" cannot take "${written}"`),
    ARGUMENT_HINTS[expected] ?? message(`它要 ${expected}。`, `It takes a ${expected}.`),
  );
}

const ARGUMENT_HINTS: Partial<Record<HelperSpec['params'][number], Message>> = {
  article: message(
    '给它一篇稿件，如 article，或在 {{#each articles}} 里写 this。',
    'Give it an article: article, or this within {{#each articles}}.',
  ),
  date: message('给它日期：issue.date。', 'Give it the date: issue.date.'),
  text: message('给它一段文字，如 article.dateline。', 'Give it a text, such as article.dateline.'),
  value: message('给它引号里的字，如 "续表"。', 'Give it words in quotes, such as "续表".'),
};

/** The shape of an argument; null if a name in it is unknown, which is reported. */
export function checkExpression(expression: Expression, walk: Walk): Shape | null {
  if (expression.type === 'PathExpression') return checkPath(expression, walk);
  if (expression.type !== 'SubExpression') return { kind: 'value' };
  const helper = HELPERS[nameOf(expression) ?? ''];
  if (helper === undefined) {
    unknownHelper(expression, walk);
    return null;
  }
  checkHelper(expression, helper, walk);
  return { kind: 'value' };
}

export function checkPath(path: PathExpression, walk: Walk): Shape | null {
  const found = resolvePath(path, walk.scope);
  if (found.kind === 'shape') return found.shape;
  fault(walk, spanOf(walk.template, path.loc), 'unknown-name', found.message, ...found.hints);
  return null;
}
