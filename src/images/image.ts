/** What the other rooms know of a picture: its key and what its header says, or its drawing. */

/** The picture's path from the folder; or what a code holds, `qr:…`, `issn:…`. */
export type ImageKey = string;

/** 200 megapixels: what a photo may have, by its header. */
export const MAX_PIXELS = 200_000_000;

export type ImageInfo = PhotoInfo | ArtworkInfo;

export interface PhotoInfo {
  readonly key: ImageKey;
  readonly format: 'jpeg' | 'png';
  /** Pixels, after the EXIF orientation is applied. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation 1–8; 1 where there is none. */
  readonly orientation: number;
  readonly channels: 'grey' | 'rgb' | 'cmyk';
  readonly alpha: boolean;
  readonly bytes: Uint8Array;
}

/** A drawing of curves. Its plane: origin at the top left corner, y downward. */
export interface ArtworkInfo {
  readonly key: ImageKey;
  readonly format: 'svg';
  /** The part of the plane that is shown; the longer side is 1000. */
  readonly width: number;
  readonly height: number;
  /** In paint order. */
  readonly shapes: readonly ArtShape[];
}

export interface ArtShape {
  readonly outlines: readonly Outline[];
  readonly fill: (Paint & { readonly rule: 'nonzero' | 'evenodd' }) | null;
  readonly stroke: Stroke | null;
}

export interface Outline {
  /** Begins at a point, x and y, and goes on in cubic curves of six numbers: two handles, an end. */
  readonly curve: readonly number[];
  readonly closed: boolean;
}

export interface Paint {
  /** 0–255. */
  readonly rgb: readonly [number, number, number];
  /** 0–1. */
  readonly opacity: number;
}

export interface Stroke extends Paint {
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  /** Empty: a whole line. */
  readonly dashes: readonly number[];
  readonly dashOffset: number;
}
