/** The drawings that a style sheet names, `ornament("border.svg")` → what they hold, the theme's before the issue's. */

import { errorAt, message } from '../diagnostics.ts';
import type { ArtworkInfo } from '../images/image.ts';
import { readImage } from '../images/index.ts';
import type { Located } from './field-types.ts';
import type { SourceFile } from './issue.ts';
import { type Folder, find, folderAt, joinPath } from './paths.ts';
import { said } from './photos.ts';
import { type Gathering, unreadable } from './read-text.ts';

/** Where a theme lies: for World, and as messages name it. */
interface ThemePlace {
  readonly path: string;
  readonly shown: string;
}

const STRING = `(?:"([^"\\n]*)"|'([^'\\n]*)')`;
const ORNAMENT = new RegExp(`\\bornament\\(\\s*${STRING}(?:\\s*,\\s*${STRING})?\\s*\\)`, 'dg');

/** By what the sheet writes; one that cannot be had is missing, which is said where the sheet names it. */
export function readOrnaments(
  gathering: Gathering,
  sheet: SourceFile,
  folders: { readonly theme: ThemePlace; readonly issue: Folder },
): ReadonlyMap<string, ArtworkInfo> {
  const drawings = new Map<string, ArtworkInfo>();
  for (const given of filesNamed(sheet)) {
    const drawing = readOrnament(gathering, given, folders);
    if (drawing !== null) drawings.set(given.value, drawing);
  }
  return drawings;
}

/** Each file once. Comments name none. */
function filesNamed({ file, text }: SourceFile): readonly Located<string>[] {
  const shown = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length));
  const named = new Map<string, Located<string>>();
  for (const match of shown.matchAll(ORNAMENT)) {
    for (const group of [1, 2, 3, 4]) {
      const value = match[group];
      if (value === undefined || named.has(value)) continue;
      const [start, end] = match.indices![group]!;
      named.set(value, { value, span: { file, start, end } });
    }
  }
  return [...named.values()];
}

const KIND = { zh: '花边的图形', en: 'drawing of an ornament' };

function readOrnament(
  gathering: Gathering,
  given: Located<string>,
  { theme, issue }: { readonly theme: ThemePlace; readonly issue: Folder },
): ArtworkInfo | null {
  const { world, diagnostics } = gathering;
  const own = find(folderAt(world, theme.path, 'theme'), given, KIND);
  const found = 'fault' in own ? find(issue, given, KIND) : own;
  if ('fault' in found) {
    diagnostics.push('fault' in own ? own.fault : found.fault);
    return null;
  }
  const key = found === own ? joinPath(theme.shown, found.key) : found.key;
  const read = world.readPhoto(found.path);
  if (read.kind !== 'bytes') {
    diagnostics.push(unreadable(read, key, given.span));
    return null;
  }
  const image = readImage(key, read.bytes);
  if (image.kind === 'fault') {
    diagnostics.push(said(gathering, image, key, given.span));
    return null;
  }
  if (image.image.format === 'svg') return image.image;
  const text = message(
    `花边要用 SVG 图形，${key} 是照片`,
    `an ornament is an SVG drawing; ${key} is a photo`,
  );
  const hint = message('请在绘图软件里画成矢量，存成 SVG。', 'Draw it in curves and save it as SVG.');
  diagnostics.push(errorAt(given.span, 'ornament-not-svg', text, hint));
  return null;
}
