/** A template's `image="qr:…"` or `issn:…` → the picture as an article would use it, or why there is none. */

import type { PhotoUse } from '../content/issue.ts';
import { errorAt, message, type Span } from '../diagnostics.ts';
import type { ArtworkInfo } from '../images/image.ts';
import { isCodeKey, readCode } from '../images/index.ts';
import type { BuildContext } from './context.ts';
import type { ElementNode } from './parse.ts';
import { withoutMarks } from './selectors.ts';

/** Where the view model has the file of a photo. */
export function isPhotoPath(path: string): boolean {
  return /^(articles\[\d+\]\.photos\[\d+\]|house\.artwork)\.file$/.test(path);
}

/** What an attribute says that names a code: `qr:` and what it holds, which may come of the issue. */
export function codeIn(value: string): string | null {
  const key = withoutMarks(value);
  return isCodeKey(key) ? key : null;
}

/** The drawing; after a fault, which is reported at the attribute, null. */
export function codeDrawn(
  element: ElementNode,
  context: BuildContext,
  span: Span | null,
): { readonly photo: PhotoUse; readonly size: Pick<ArtworkInfo, 'width' | 'height'> } | null {
  const key = codeIn(element.attributes.get('image')!.value);
  if (key === null) return null;
  const read = readCode(key);
  const size = read.kind === 'image' ? read.image : { width: 1, height: 1 };
  if (read.kind === 'fault') {
    const { zh, en } = read.message;
    context.report(errorAt(span, read.code, message(zh, en), ...read.hints));
  }
  const photo: PhotoUse = {
    file: key,
    caption: null,
    captionOn: null,
    credit: null,
    alt: key.startsWith('qr:') ? `二维码 ${key.slice(3)}` : `条码 ISSN ${key.slice(5)}`,
    columns: null,
    lines: null,
    place: null,
    wrap: null,
    focus: { x: 0.5, y: 0.5 },
    lowResolution: null,
    span: context.places.span(element.from, element.to),
  };
  return { photo, size };
}
