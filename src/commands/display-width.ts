/** Text → the cells it takes in a terminal (UAX #11: wide and full-width two, the ambiguous one). */

/** Cells of a whole text. */
export function displayWidth(text: string): number {
  let sum = 0;
  for (const character of text) sum += cellsOf(character);
  return sum;
}

/** The longest beginning of some characters that stands in `room` cells. */
export function takeCells(characters: readonly string[], room: number): string[] {
  let left = room;
  const end = characters.findIndex((character) => {
    left -= cellsOf(character);
    return left < 0;
  });
  return characters.slice(0, end === -1 ? characters.length : end);
}

const COMBINING = /^[\p{Mn}\p{Me}]$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

function cellsOf(character: string): number {
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
