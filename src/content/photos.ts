/** The photos that articles name → what their headers say, each file once. */

import { type Diagnostic, errorAt, type Span } from '../diagnostics.ts';
import type { ImageInfo, ImageKey } from '../images/image.ts';
import { type ImageFault, isCodeKey, readCode, readImage } from '../images/index.ts';
import type { PhotoUse } from './issue.ts';
import { type Folder, find } from './paths.ts';
import type { PhotoDraft } from './read-article.ts';
import { type Gathering, unreadable } from './read-text.ts';

/** The photos read so far; null: the file is there and is no good. */
export type Photos = Map<ImageKey, ImageInfo | null>;

const PHOTO = { zh: '图片', en: 'photo' };

/** @returns the photo as an article uses it, or null after an error, said at its `file` or in an SVG's text. */
export function readPhoto(
  gathering: Gathering,
  folder: Folder,
  photos: Photos,
  draft: PhotoDraft,
): PhotoUse | null {
  const { file, ...rest } = draft;
  const found = isCodeKey(file.value) ? { key: file.value, path: null } : find(folder, file, PHOTO);
  if ('fault' in found) {
    gathering.diagnostics.push(found.fault);
    return null;
  }
  const { key, path } = found;
  const known = photos.get(key);
  if (known !== undefined) return known === null ? null : { ...rest, file: key };
  const read = path === null ? null : gathering.world.readPhoto(path);
  if (read !== null && read.kind !== 'bytes') {
    gathering.diagnostics.push(unreadable(read, key, file.span));
    return null;
  }
  const image = read === null ? readCode(key) : readImage(key, read.bytes);
  photos.set(key, image.kind === 'image' ? image.image : null);
  if (image.kind === 'image') return { ...rest, file: key };
  gathering.diagnostics.push(said(gathering, image, key, file.span));
  return null;
}

/** A fault in the text of an SVG is said at its place there. */
export function said({ sources }: Gathering, image: ImageFault, key: ImageKey, span: Span): Diagnostic {
  const { code, message, hints, at } = image;
  if (at === undefined) {
    const { zh, en } = message;
    return errorAt(span, code, { zh: `${key}：${zh}`, en: `${key}: ${en}` }, ...hints);
  }
  sources.set(key, at.text);
  return errorAt({ file: key, start: at.start, end: at.end }, code, message, ...hints);
}
