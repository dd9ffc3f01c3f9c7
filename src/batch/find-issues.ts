/** Paths and patterns → the issues they name, each once, in the order of the arguments and then of names. */

import type { World } from '../world.ts';

const ISSUE_FILE = 'issue.yaml';

/**
 * A folder with an issue.yaml is an issue, as is the file itself; any other folder stands for all issues
 * below it. `*` and `?` stand for characters of one name, `**` for any folders. What names no issue comes
 * back as it is: building it will say what is wrong with it.
 */
export function findIssues(world: World, paths: readonly string[]): readonly string[] {
  const found = new Map<string, string>();
  for (const path of paths) {
    const issues = isPattern(path) ? matches(world, path) : issuesAt(world, path);
    for (const issue of issues.length === 0 ? [path] : issues) {
      const key = world.realPath(issue) ?? issue;
      if (!found.has(key)) found.set(key, issue);
    }
  }
  return [...found.values()];
}

function isPattern(path: string): boolean {
  return /[*?]/.test(path);
}

/** The path itself, or the issues below it. */
function issuesAt(world: World, path: string): string[] {
  const names = world.list(path);
  return names === null || names.includes(ISSUE_FILE) ? [path] : issuesBelow(world, path, new Set());
}

/** `seen`: real paths on the way, since a link may lead back up. */
function issuesBelow(world: World, folder: string, seen: ReadonlySet<string>): string[] {
  const names = world.list(folder);
  const real = world.realPath(folder);
  if (names === null || real === null || seen.has(real)) return [];
  if (names.includes(ISSUE_FILE)) return [folder];
  const inside = new Set([...seen, real]);
  return names.filter(isVisible).flatMap((name) => issuesBelow(world, join(folder, name), inside));
}

function matches(world: World, pattern: string): string[] {
  const absolute = pattern.startsWith('/');
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.');
  return expand(world, absolute ? '/' : '', parts).flatMap((path) => {
    const isFile = world.list(path) === null;
    if (isFile) return path.endsWith(`/${ISSUE_FILE}`) || path === ISSUE_FILE ? [path] : [];
    return issuesBelow(world, path, new Set());
  });
}

/** All paths that the parts name below a folder; '' is the current one. */
function expand(world: World, folder: string, parts: readonly string[]): string[] {
  const [part, ...rest] = parts;
  if (part === undefined) return world.realPath(folder === '' ? '.' : folder) === null ? [] : [folder];
  if (!isPattern(part)) return expand(world, join(folder, part), rest);
  const names = (world.list(folder === '' ? '.' : folder) ?? []).filter(isVisible);
  if (part === '**') {
    const deeper = names
      .map((name) => join(folder, name))
      .filter((path) => world.list(path) !== null && !isLinkUp(world, path, folder));
    return [...expand(world, folder, rest), ...deeper.flatMap((path) => expand(world, path, parts))];
  }
  const wanted = wildcard(part);
  return names.filter((name) => wanted.test(name)).flatMap((name) => expand(world, join(folder, name), rest));
}

/** True for a link that leads to a folder above itself: `**` would follow it for ever. */
function isLinkUp(world: World, path: string, folder: string): boolean {
  const here = world.realPath(folder === '' ? '.' : folder) ?? '';
  const target = world.realPath(path) ?? '';
  return here === target || here.startsWith(`${target}/`);
}

function wildcard(part: string): RegExp {
  const escaped = part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
}

function isVisible(name: string): boolean {
  return !name.startsWith('.');
}

function join(folder: string, name: string): string {
  if (folder === '') return name;
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}
