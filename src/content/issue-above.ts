/** An article's path → what the issue that it lies in says of setting it: its theme's profile, `normalize`. */

import type { World } from '../world.ts';
import { checkFields } from './check-fields.ts';
import { ISSUE_FIELDS } from './fields.ts';
import type { ProfileWord } from './issue.ts';
import { folderAt, joinPath } from './paths.ts';
import { isOn } from './read-article.ts';
import { type Gathering, readText } from './read-text.ts';
import { readTheme } from './read-theme.ts';
import { readYaml } from './read-yaml.ts';

export interface IssueAbove {
  /** The name that its issue.yaml gives the theme. */
  readonly theme: string;
  /** The words of the theme's `profile`. */
  readonly profile: readonly ProfileWord[];
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
    if (world.list(root)?.includes(FILE) === true) return readAbove(world, root, templates);
  }
  return null;
}

function readAbove(world: World, root: string, templates: string): IssueAbove | null {
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
  const normalized = isOn(fields.normalize, true);
  return { theme: fields.theme.value, profile: theme.profile, normalized };
}
