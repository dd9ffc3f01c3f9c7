/** A page → how high its texts are by their ink, pt: the paper's name, and the highest of all else. */

import type { Issue, Prose } from '../content/issue.ts';
import { entryOf, type FaceTable } from '../fonts/face.ts';
import type { ArtworkInfo } from '../images/image.ts';
import type { GlyphRun, Page } from '../layout/page.ts';
import { glyphRuns, leadsTo } from './printed.ts';

/** Of the name, as artwork or in type; 0 where it is not on the page. */
export function nameHeight(page: Page, issue: Issue): number {
  const { artwork } = issue.house;
  const pictures = page.items.filter((item) => item.kind === 'picture' && item.image === artwork?.file);
  const drawn = pictures.map((item) => {
    if (item.kind !== 'picture') return 0;
    const image = issue.photos.get(item.image);
    return item.box.height * (image?.format === 'svg' ? inkOfArtwork(image) : 1);
  });
  const inType = namesOf(issue).flatMap((name) =>
    glyphRuns(page).flatMap((run) => (leadsTo(run, name) ? [inkOf(run, issue)] : [])),
  );
  return Math.max(0, ...drawn, ...inType);
}

/** The highest text that is not the name. */
export function highestOther(
  page: Page,
  issue: Issue,
): { readonly height: number; readonly run: GlyphRun | null } {
  const names = namesOf(issue);
  let height = 0;
  let highest: GlyphRun | null = null;
  for (const run of glyphRuns(page)) {
    if (run.size * MOST_INK <= height || names.some((name) => leadsTo(run, name))) continue;
    const ink = inkOf(run, issue);
    if (ink <= height) continue;
    height = ink;
    highest = run;
  }
  return { height, run: highest };
}

function namesOf({ paper, house }: Issue): readonly Prose[] {
  return [paper, house.facts.name].filter((name): name is NonNullable<typeof name> => name !== null);
}

/** No glyph of a newspaper's faces is higher, em. */
const MOST_INK = 1.2;

function inkOf({ face, size, text }: GlyphRun, { fonts }: Issue): number {
  const table = fonts.tables.get(face);
  if (table === undefined) return 0;
  let most = 0;
  for (const character of text) most = Math.max(most, inkOfCharacter(table, character));
  return (most * size) / 1000;
}

function inkOfCharacter(table: FaceTable, character: string): number {
  const entry = entryOf(table, character.codePointAt(0)!);
  return entry === -1 ? 0 : table.boxes[4 * entry + 3]! - table.boxes[4 * entry + 1]!;
}

/** The part of its height that a drawing fills; its handles stand for its curves. */
function inkOfArtwork({ shapes, height }: ArtworkInfo): number {
  let [top, bottom] = [height, 0];
  for (const { curve } of shapes.flatMap(({ outlines }) => outlines)) {
    for (let k = 1; k < curve.length; k += 2) {
      top = Math.min(top, Math.max(0, curve[k]!));
      bottom = Math.max(bottom, Math.min(height, curve[k]!));
    }
  }
  return Math.max(0, bottom - top) / height;
}
