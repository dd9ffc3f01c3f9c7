/** What views of content are made of: texts, lists, photos. */

import type { PhotoPlace } from '../content/issue.ts';

/** A text of content. However a template writes it, `{{…}}` or `{{{…}}}`, it comes out escaped and marked. */
export interface MarkedText {
  readonly path: string;
  readonly text: string;
  /** Handlebars asks this for `{{…}}`, and `toString` for `{{{…}}}`. */
  toHTML(): string;
  toString(): string;
}

export interface PhotoView {
  readonly path: string;
  readonly file: MarkedText;
  /** ① … ⑳ by its place among its article's photos, then 21 …; null of the house's artwork. */
  readonly number: MarkedText | null;
  readonly caption: MarkedText | null;
  readonly captionOn: 'photo' | null;
  readonly credit: MarkedText | null;
  readonly alt: MarkedText | null;
  readonly columns: number | null;
  readonly lines: number | null;
  readonly place: PhotoPlace | null;
}

/** A list with its name, so that `{{omit article.photos}}` can say what it omits. */
export interface ListView<T> extends ReadonlyArray<T> {
  readonly path: string;
}
