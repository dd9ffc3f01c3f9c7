/** A text → where a line may end in it, as the engine's cells say before any measure is known. */

import type { ParagraphBox, Profile } from '../../src/markup/box.ts';
import { Break } from '../../src/text/cells.ts';
import { type FaceTables, type Galley, prepareParagraph } from '../../src/text/index.ts';
import { vendoredFonts } from './made.ts';
import { GB, paragraphBox, TABLES } from './paragraph.ts';

export type BreakKind = keyof typeof Break;

const KINDS = Object.fromEntries(Object.entries(Break).map(([name, kind]) => [kind, name])) as Readonly<
  Record<number, BreakKind>
>;

/** What a line's end at each offset of the text is; offsets within a cell are `NEVER`. */
export function breaksOf(text: string, profile: Partial<Profile> = {}): readonly BreakKind[] {
  const { cells } = prepareParagraph(paragraphBox(text, { profile: { ...GB, ...profile } }), TABLES);
  const kinds = new Array<BreakKind>(text.length + 1).fill('NEVER');
  for (let i = 0; i < cells.count; i++) kinds[cells.start[i + 1]!] = KINDS[cells.breakAfter[i]!]!;
  return kinds;
}

/** What a line's end at the `|` of a text that has one is. */
export function kindAt(marked: string, profile: Partial<Profile> = {}): BreakKind {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  return breaksOf(text, profile)[at]!;
}

/** True where a line may end at the `|` whenever it sets well. */
export function mayEndAt(marked: string, profile: Partial<Profile> = {}): boolean {
  return kindAt(marked, profile) === 'MAY';
}

/** A paragraph ready for setting in vendored faces, the first asked first. */
export function inFaces(text: string, faces: readonly string[], wishes: Partial<ParagraphBox> = {}): Galley {
  const box = paragraphBox(text, wishes);
  const runs = box.runs.map((run) => ({ ...run, style: { ...run.style, faces } }));
  return prepareParagraph({ ...box, runs }, vendoredFonts().tables as FaceTables);
}

/** Length of a galley on one line with the blanks at its edges, 字. */
export function lengthOf({ cells }: Galley): number {
  let sum = 0;
  for (let i = 0; i < cells.count; i++) sum += cells.left[i]! + cells.core[i]! + cells.right[i]!;
  return sum / 1000;
}
