/** The photos that articles name → what their headers say, each file once. */

import { errorAt } from '../diagnostics.ts';
import type { ImageInfo, ImageKey } from '../images/image.ts';
import { readImage } from '../images/index.ts';
import type { PhotoUse } from './issue.ts';
import { type Folder, find } from './paths.ts';
import type { PhotoDraft } from './read-article.ts';
import { type Gathering, unreadable } from './read-text.ts';

/** The photos read so far; null: the file is there and is no good. */
export type Photos = Map<ImageKey, ImageInfo | null>;

const PHOTO = { zh: '图片', en: 'photo' };

/** @returns the photo as an article uses it, or null after an error, said at its `file`. */
export function readPhoto(
  gathering: Gathering,
  folder: Folder,
  photos: Photos,
  draft: PhotoDraft,
): PhotoUse | null {
  const { world, diagnostics } = gathering;
  const { file, ...rest } = draft;
  const found = find(folder, file, PHOTO);
  if ('fault' in found) {
    diagnostics.push(found.fault);
    return null;
  }
  const { key, path } = found;
  const known = photos.get(key);
  if (known !== undefined) return known === null ? null : { ...rest, file: key };
  const read = world.readPhoto(path);
  if (read.kind !== 'bytes') {
    diagnostics.push(unreadable(read, key, file.span));
    return null;
  }
  const image = readImage(key, read.bytes);
  photos.set(key, image.kind === 'image' ? image.image : null);
  if (image.kind === 'image') return { ...rest, file: key };
  const { zh, en } = image.message;
  const text = { zh: `${key}：${zh}`, en: `${key}: ${en}` };
  diagnostics.push(errorAt(file.span, image.code, text, ...image.hints));
  return null;
}
