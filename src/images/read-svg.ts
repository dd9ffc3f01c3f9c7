/** An SVG file's bytes → its drawing, or a fault with its place in the file. */

import { message } from '../diagnostics.ts';
import { fault, type ImageRead } from './header.ts';
import type { ImageKey } from './image.ts';
import { svgArtwork } from './svg.ts';
import { SIMPLIFY, SvgFault } from './svg-tree.ts';

/** Bytes. */
const MAX_SVG = 5_000_000;

/** @returns the drawing, or a fault with the code `svg-unsupported` or `image-too-large`. */
export function readSvg(key: ImageKey, bytes: Uint8Array): ImageRead {
  if (bytes.length > MAX_SVG) {
    return fault(
      'image-too-large',
      message('SVG 文件超过 5 MB', 'the SVG file has more than 5 MB'),
      SIMPLIFY,
    );
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fault(
      'svg-unsupported',
      message('SVG 文件不是 UTF-8 编码', 'the SVG file is not in UTF-8'),
      message('请另存为 UTF-8。', 'Save it as UTF-8.'),
    );
  }
  try {
    return { kind: 'image', image: svgArtwork(key, text) };
  } catch (thrown) {
    if (!(thrown instanceof SvgFault)) throw thrown;
    const { text: what, at, hints } = thrown;
    const said = fault('svg-unsupported', what, ...hints);
    return at === null ? said : { ...said, at: { text, start: at.start, end: at.end } };
  }
}
