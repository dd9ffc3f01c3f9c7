/**
 * Bytes in pieces → one array, or their length.
 *
 * A PDF is kept in the pieces it was made of and written piece by piece: a page's photos are several
 * megabytes, and to put them side by side in fresh memory would take longer than to set the page.
 */

import type { Target } from './target.ts';

export type Pieces = readonly Uint8Array[];

/** A PDF. */
export interface PdfFile {
  readonly target: Target | 'proof' | 'galley';
  /** Labels of the pages in it. */
  readonly labels: readonly string[];
  readonly pieces: Pieces;
}

export function joinPieces(pieces: Pieces): Uint8Array {
  return Buffer.concat(pieces);
}

export function lengthOfPieces(pieces: Pieces): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}
