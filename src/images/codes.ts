/** `qr:…` and `issn:…` → drawings of the code, or what is wrong with the text. */

import { encode } from 'uqr';
import { message } from '../diagnostics.ts';
import { barShape, codeDrawing } from './code-drawing.ts';
import { fault, type ImageRead } from './header.ts';
import type { ImageKey } from './image.ts';
import { issnCode } from './issn.ts';

/** A key that is no file. */
export function isCodeKey(key: string): boolean {
  return /^(?:qr|issn):/.test(key);
}

/** @returns the drawing, or a fault with the code `bad-code`. */
export function readCode(key: ImageKey): ImageRead {
  const text = key.slice(key.indexOf(':') + 1);
  return key.startsWith('qr:') ? qrCode(key, text) : issnCode(key, text);
}

/** The white round a QR code (ISO/IEC 18004, 5.3.8), modules. */
const QUIET = 4;
/** Version 25 at level M; with more no newsprint shows the modules. */
const MAX_QR = 900;

function qrCode(key: ImageKey, text: string): ImageRead {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes === 0 || bytes > MAX_QR) {
    return fault(
      'bad-code',
      message(
        `二维码的内容有 ${bytes} 字节，要有 1 到 ${MAX_QR} 字节`,
        `the QR code is to hold ${bytes} bytes; it takes 1 to ${MAX_QR}`,
      ),
      message(
        '写在 qr: 后面，如 qr:https://example.com。',
        'Write it behind qr:, such as qr:https://example.com.',
      ),
    );
  }
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const bars = data.flatMap((row, y) => barsOf(row).map((bar) => ({ ...bar, y, height: 1 })));
  return { kind: 'image', image: codeDrawing(key, { width: size, height: size }, [barShape(bars)]) };
}

/** Runs of dark modules. */
function barsOf(row: readonly boolean[]): { x: number; width: number }[] {
  const bars: { x: number; width: number }[] = [];
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    let end = x;
    while (row[end] === true) end += 1;
    bars.push({ x, width: end - x });
    x = end;
  }
  return bars;
}
