/** What the other rooms know of a picture: its key and what its header says. */

/** The picture's path from the folder. */
export type ImageKey = string;

/** 200 megapixels: what a photo may have, by its header. */
export const MAX_PIXELS = 200_000_000;

export interface ImageInfo {
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
