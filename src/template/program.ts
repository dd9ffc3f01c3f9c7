/**
 * A page template and the theme's partials → a function from a page to layout markup.
 *
 * Compiled once a process for each text. Before compiling, each piece of a template's own text and each
 * mustache gets a mark of its place, so that stage ③ knows where in a template every character was written.
 */

import Handlebars from 'handlebars';
import type { Issue, PageSpec, SourceFile } from '../content/issue.ts';
import { type Diagnostic, errorAt, message } from '../diagnostics.ts';
import { memo } from '../memo.ts';
import { markPlace } from '../source-marks.ts';
import type { ContentStatement, Loc, Program, Statement } from './ast.ts';
import { checkTemplate } from './check.ts';
import { HELPERS, helpersFor, MissingArgument } from './helpers.ts';
import { createMarker } from './marker.ts';
import type { Markup } from './markup.ts';
import { type ReadTemplate, readTemplate, spanOf, type Template } from './read.ts';
import { type View, viewOf } from './view.ts';

export interface PageProgram {
  /** What is wrong with the template, whatever the page. If anything is, `render` is null. */
  readonly diagnostics: readonly Diagnostic[];
  readonly render: ((issue: Issue, page: PageSpec) => Rendered) | null;
}

export type Rendered =
  | { readonly kind: 'markup'; readonly markup: Markup }
  | { readonly kind: 'faulty'; readonly diagnostic: Diagnostic };

const programs = memo<PageProgram>();

export function pageProgram(source: SourceFile, partials: ReadonlyMap<string, SourceFile>): PageProgram {
  const all = [source, ...partials.values()];
  const key = [...all.flatMap(({ file, text }) => [file, text]), ...partials.keys()].join('\u0000');
  return programs(key, () => makeProgram(source, partials));
}

function makeProgram(source: SourceFile, sources: ReadonlyMap<string, SourceFile>): PageProgram {
  const diagnostics: Diagnostic[] = [];
  const read = readerOf(sources, diagnostics);
  const page = readTemplate(source);
  if (page.kind === 'faulty') {
    // It has no tree, but names the partials it calls: their faults are told in the same run.
    for (const [, name] of source.text.matchAll(/\{\{~?>\s*([^\s}]+)/g)) if (sources.has(name!)) read(name!);
    return { diagnostics: [page.diagnostic, ...diagnostics], render: null };
  }
  const partials = { names: [...sources.keys()], get: read };
  diagnostics.push(...checkTemplate(page.template, partials));
  if (diagnostics.length > 0) return { diagnostics, render: null };
  return { diagnostics, render: renderer(page.template, reached(page.template, read)) };
}

/** Reads a partial at its first use and reports what is wrong with it once. */
function readerOf(
  sources: ReadonlyMap<string, SourceFile>,
  diagnostics: Diagnostic[],
): (name: string) => Template | null {
  const seen = new Map<string, ReadTemplate>();
  return (name) => {
    let partial = seen.get(name);
    if (partial === undefined) {
      partial = readTemplate(sources.get(name)!);
      if (partial.kind === 'faulty') diagnostics.push(partial.diagnostic);
      seen.set(name, partial);
    }
    return partial.kind === 'faulty' ? null : partial.template;
  };
}

/** The partials that a page calls, directly or through others, in order of their first call. */
function reached(page: Template, read: (name: string) => Template | null): ReadonlyMap<string, Template> {
  const found = new Map<string, Template>();
  const visit = (program: Program | undefined): void => {
    for (const statement of program?.body ?? []) {
      if (statement.type === 'BlockStatement') {
        visit(statement.program);
        visit(statement.inverse);
      } else if (statement.type === 'PartialStatement' && statement.name.type !== 'SubExpression') {
        const name = String(statement.name.original);
        const template = found.has(name) ? null : read(name);
        if (template !== null) {
          found.set(name, template);
          visit(template.program);
        }
      }
    }
  };
  visit(page.program);
  return found;
}

const COMPILE = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])),
  preventIndent: true,
};

function renderer(page: Template, partials: ReadonlyMap<string, Template>): PageProgram['render'] {
  const templates = [page, ...partials.values()];
  const handlebars = Handlebars.create();
  const compile = (template: Template, index: number): Handlebars.TemplateDelegate<View> =>
    blaming(template, handlebars.compile<View>(withPlaces(template, index), COMPILE));
  const main = compile(page, 0);
  const compiled = Object.fromEntries([...partials].map(([name, each], i) => [name, compile(each, i + 1)]));
  const files = templates.map((template) => template.source.file);
  return (issue, spec) => {
    const marker = createMarker();
    try {
      const text = main(viewOf(issue, spec, marker), {
        helpers: helpersFor(spec, marker),
        partials: compiled,
        allowProtoPropertiesByDefault: false,
        allowProtoMethodsByDefault: false,
      });
      return {
        kind: 'markup',
        markup: { page: spec, text, template: files[0]!, files, marks: marker.marks },
      };
    } catch (error) {
      if (error instanceof Blamed) return { kind: 'faulty', diagnostic: error.diagnostic };
      throw error;
    }
  };
}

/** A value was missing while a template ran; says in which file, which Handlebars does not. */
class Blamed extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message.en);
    this.diagnostic = diagnostic;
  }
}

function blaming(
  template: Template,
  run: Handlebars.TemplateDelegate<View>,
): Handlebars.TemplateDelegate<View> {
  return (context, options) => {
    try {
      return run(context, options);
    } catch (error) {
      if (error instanceof Blamed) throw error;
      const place = missingAt(error);
      if (place === null) throw error;
      throw new Blamed(
        errorAt(
          spanOf(template, place),
          'missing-value',
          message('模板要的内容这一版没有', 'The template asks for something that this page does not have'),
          message(
            '这一版一篇稿件也没有时，要用 {{#if article}} 或 {{#each articles}} 包起来。',
            'For a page without an article, wrap it in {{#if article}} or {{#each articles}}.',
          ),
        ),
      );
    }
  };
}

/** Where Handlebars' strict mode, or a helper, missed a value; null for any other exception. */
function missingAt(error: unknown): Loc | null {
  if (error instanceof MissingArgument) return error.loc;
  if (!(error instanceof Handlebars.Exception) || error.lineNumber === undefined) return null;
  const { lineNumber, column, endLineNumber, endColumn } = error;
  return { start: { line: lineNumber, column }, end: { line: endLineNumber, column: endColumn } };
}

/** The syntax tree with a place mark before each text and each mustache. */
function withPlaces(template: Template, index: number): Program {
  const mark = (statement: Statement): Statement[] => {
    switch (statement.type) {
      case 'ContentStatement':
        return [{ ...statement, value: placeOfText(statement, template, index) + statement.value }];
      case 'MustacheStatement': {
        const { start, end } = spanOf(template, statement.loc);
        const value = markPlace({ file: index, start, end, own: false });
        return [{ type: 'ContentStatement', value, original: value, loc: statement.loc }, statement];
      }
      case 'BlockStatement':
        return [
          {
            ...statement,
            ...(statement.program && { program: marked(statement.program) }),
            ...(statement.inverse && { inverse: marked(statement.inverse) }),
          },
        ];
      default:
        return [statement];
    }
  };
  const marked = (program: Program): Program => ({ ...program, body: program.body.flatMap(mark) });
  return marked(template.program);
}

/** Whitespace control may have cut blanks from the front of a text. */
function placeOfText({ value, original, loc }: ContentStatement, template: Template, index: number): string {
  const { start, end } = spanOf(template, loc);
  if (value === '') return '';
  return markPlace({ file: index, start: start + Math.max(0, original.indexOf(value)), end, own: true });
}
