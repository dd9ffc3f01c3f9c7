/** Files in an object → a `World` that never touches the disk. */

import type { Read, World } from '../../src/world.ts';

/**
 * @param files by path, `/`-separated; folders are there by what stands in them.
 * A value `{ link: path }` is a link to another path.
 */
export function memoryWorld(
  files: Readonly<Record<string, string | Uint8Array | { readonly link: string }>>,
  today = '2020-04-08',
): World {
  const contents = new Map<string, Uint8Array>();
  const links = new Map<string, string>();
  for (const [path, value] of Object.entries(files)) {
    if (typeof value === 'string') contents.set(tidy(path), new TextEncoder().encode(value));
    else if (value instanceof Uint8Array) contents.set(tidy(path), value);
    else links.set(tidy(path), tidy(value.link));
  }
  const seen = new Map<string, Uint8Array>();
  const follow = (path: string): string => {
    let at = tidy(path);
    for (let hops = 0; hops < 40; hops++) {
      const link = [...links.keys()].find((l) => at === l || at.startsWith(`${l}/`));
      if (link === undefined) return at;
      at = tidy(links.get(link)! + at.slice(link.length));
    }
    return '\0loop';
  };
  const isFolder = (path: string): boolean =>
    [...contents.keys(), ...links.keys()].some((file) => path === '' || file.startsWith(`${path}/`));
  const read = (path: string, limit = Number.POSITIVE_INFINITY): Read => {
    const at = follow(path);
    const bytes = contents.get(at);
    if (bytes === undefined) return { kind: isFolder(at) ? 'not-a-file' : 'missing' };
    if (bytes.length > limit) return { kind: 'too-large', size: bytes.length };
    seen.set(tidy(path), bytes);
    return { kind: 'bytes', bytes };
  };
  return {
    read,
    readPhoto: (path) => read(path),
    readOwn: (path) => read(path),
    parts: (path) => {
      const bytes = contents.get(follow(path));
      return bytes === undefined
        ? null
        : { size: bytes.length, slice: (start, end) => bytes.subarray(start, end) };
    },
    realPath: (path) => {
      const at = follow(path);
      return contents.has(at) || isFolder(at) ? at : null;
    },
    list: (path) => {
      const at = follow(path);
      if (contents.has(at) || !isFolder(at)) return null;
      const prefix = at === '' ? '' : `${at}/`;
      const inside = [...contents.keys(), ...links.keys()].filter((file) => file.startsWith(prefix));
      return [...new Set(inside.map((file) => file.slice(prefix.length).split('/')[0]!))].sort();
    },
    today: () => today,
    inputs: () =>
      [...seen].map(([path, bytes]) => ({ path, bytes })).sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** `a/./b/../c` → `a/c`, `.` → the root, which is the empty path. */
function tidy(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
