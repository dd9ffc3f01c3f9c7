/** An article's path → what the issue that it lies in says of setting it: its theme, its page, `normalize`. */

import type { World } from '../world.ts';
import { checkFields } from './check-fields.ts';
import type { Values } from './field-types.ts';
import { ISSUE_FIELDS } from './fields.ts';
import type { SourceFile, Theme } from './issue.ts';
import { folderAt, joinPath } from './paths.ts';
import { isOn } from './read-article.ts';
import { type Gathering, readText } from './read-text.ts';
import { readTheme } from './read-theme.ts';
import { readYaml } from './read-yaml.ts';

export interface IssueAbove {
  /** As its issue.yaml names the theme. */
  readonly name: string;
  readonly theme: Theme;
  /** Of the page whose `articles` or blocks have the article; null where none in issue.yaml has. */
  readonly template: SourceFile | null;
  readonly normalized: boolean;
}

const FILE = 'issue.yaml';

/**
 * The nearest issue.yaml in the article's folder or one above it. Null where there is none, or where it or its
 * theme cannot be read: `check` says why.
 *
 * @param templates the folder of the vendored themes.
 */
export function issueAbove(world: World, file: string, templates: string): IssueAbove | null {
  const path = world.realPath(file);
  for (let end = path?.lastIndexOf('/') ?? -1; end > 0; end = path!.lastIndexOf('/', end - 1)) {
    const root = path!.slice(0, end);
    if (world.list(root)?.includes(FILE) === true) {
      return readAbove(world, { root, article: path!.slice(end + 1) }, templates);
    }
  }
  return null;
}

function readAbove(
  world: World,
  { root, article }: { readonly root: string; readonly article: string },
  templates: string,
): IssueAbove | null {
  const gathering: Gathering = { world, diagnostics: [], sources: new Map(), counts: new Map() };
  const source = readText(gathering, joinPath(root, FILE), FILE, null);
  if (source === null) return null;
  const { diagnostics, counts } = gathering;
  const yaml = readYaml(source, 0, source.clean.length);
  const start = { file: FILE, start: 0, end: 0 };
  const fields = checkFields({ yaml, start, counts, diagnostics }, ISSUE_FIELDS);
  if (fields === null || fields.theme === null) return null;
  const folder = folderAt(world, root, 'issue');
  const theme = readTheme(gathering, folder, templates, fields.theme);
  if (theme === null) return null;
  return {
    name: fields.theme.value,
    theme,
    template: theme.pages.get(templateOf(fields, article) ?? '') ?? null,
    normalized: isOn(fields.normalize, true),
  };
}

function templateOf({ pages }: Values<typeof ISSUE_FIELDS>, article: string): string | null {
  for (const { value: page } of pages?.value ?? []) {
    if ('path' in page) continue;
    const { articles, blocks, template } = page.record;
    const named = [
      ...(articles?.value ?? []),
      ...(blocks?.value ?? []).flatMap((block) => block.value.article ?? []),
    ];
    if (named.some(({ value }) => value.replace(/^\.\//, '') === article)) return template?.value ?? null;
  }
  return null;
}
