/** A path as an editor wrote it → the file in the folder of the issue, its house or its theme, or why there is none. */

import { type Diagnostic, errorAt, type Message, meantHint, message } from '../diagnostics.ts';
import type { World } from '../world.ts';
import type { Located } from './field-types.ts';

/** Where paths start. `root`: as it was given, to put in front of paths; `real`: where it really lies. */
export interface Folder {
  readonly world: World;
  readonly root: string;
  readonly real: string;
  /** As messages call it. */
  readonly called: Message;
}

const CALLED = {
  issue: message('本期文件夹', "the issue's folder"),
  house: message('house.yaml 所在的文件夹', 'the folder of house.yaml'),
  theme: message('版式文件夹', "the theme's folder"),
} as const;

export function folderAt(world: World, root: string, whose: keyof typeof CALLED): Folder {
  return { world, root, real: world.realPath(root) ?? root, called: CALLED[whose] };
}

export type Found =
  /** `key`: the path from the folder, tidied; `path`: for World. */
  { readonly key: string; readonly path: string } | { readonly fault: Diagnostic };

/** `a`, `b` → `a/b`; the root may be empty. */
export function joinPath(folder: string, path: string): string {
  return folder === '' ? path : folder.endsWith('/') ? folder + path : `${folder}/${path}`;
}

export interface Kind {
  /** As messages call it: 稿件, 图片. */
  readonly zh: string;
  readonly en: string;
  /** Paths that are named already and so not meant, where each is named once; as they are written. */
  readonly named?: ReadonlySet<string>;
}

export function find(folder: Folder, given: Located<string>, what: Kind): Found {
  const key = tidy(given.value);
  if (key === null) return { fault: outside(folder, given) };
  const path = joinPath(folder.root, key);
  const real = folder.world.realPath(path);
  if (real === null) return { fault: missing(folder, given, key, what) };
  const inside =
    folder.real === '' || folder.real === '/' || real === folder.real || real.startsWith(`${folder.real}/`);
  return inside ? { key, path } : { fault: outside(folder, given) };
}

/** Without `.` and `..`; null if it is absolute or leads out of the folder. */
function tidy(path: string): string | null {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return null;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

function outside({ called }: Folder, given: Located<string>): Diagnostic {
  return errorAt(
    given.span,
    'outside-folder',
    message(`“${given.value}”不在${called.zh}内`, `"${given.value}" lies outside ${called.en}`),
    message(
      `路径从${called.zh}算起，不能出去；请把文件拷进来。`,
      `Paths start at ${called.en} and may not leave it: copy the file there.`,
    ),
  );
}

function missing(folder: Folder, given: Located<string>, key: string, what: Kind): Diagnostic {
  const slash = key.lastIndexOf('/');
  const parent = key.slice(0, Math.max(0, slash));
  const siblings = folder.world.list(parent === '' ? folder.root : joinPath(folder.root, parent)) ?? [];
  const named = new Set([...(what.named ?? [])].map(tidy));
  const free = siblings.filter((name) => !named.has(joinPath(parent, name)));
  const hints = meantHint(key.slice(slash + 1), free);
  if (given.value.includes('\\')) hints.push(message('路径请用 /，不用 \\。', 'Use / in paths, not \\.'));
  if (hints.length === 0) {
    const { called } = folder;
    hints.push(message(`路径从${called.zh}算起。`, `Paths start at ${called.en}.`));
  }
  const text = message(`找不到${what.zh}“${given.value}”`, `there is no ${what.en} "${given.value}"`);
  return errorAt(given.span, 'missing-file', text, ...hints);
}
