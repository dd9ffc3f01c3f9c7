/** The lines of a paragraph → a warning for each that is set too loosely; for all that one address makes so, one. */

import { type Diagnostic, message, warningAt } from '../diagnostics.ts';
import { type Address, addressesOf, type Galley, type SetLine } from '../text/index.ts';
import { spanOf } from './paragraph-map.ts';

const REWORD = message(
  '改动几个字，让行末能多容一个字。',
  'Change a few words so that one more fits the line.',
);
const SHORTEN = message(
  '缩短网址，或让它另起一行。',
  'Shorten the address, or let it begin a line of its own.',
);

export function checkLoose({ cells, paragraph }: Galley, lines: readonly SetLine[]): readonly Diagnostic[] {
  const loose = lines.filter((line) => line.loose);
  if (loose.length === 0) return [];
  const addresses = addressesOf(cells.text);
  const told = new Set<Address>();
  return loose.flatMap((line) => {
    const start = cells.start[line.from]!;
    const end = cells.start[line.to]!;
    // In the line, or too long for what is left of it, so that it begins the next one.
    const near = addresses.filter((address) => address.start <= end && start < address.end);
    const ink = start + cells.text.slice(start, end).trimEnd().length;
    // No other words would fill it.
    if (near.some((address) => address.start <= start && ink <= address.end)) return [];
    if (near.length > 0 && near.every((address) => told.has(address))) return [];
    for (const address of near) told.add(address);
    return [
      warningAt(
        spanOf(paragraph, start, end),
        'loose-line',
        message('这一行排得过松', 'This line is set too loosely'),
        near.length > 0 ? SHORTEN : REWORD,
      ),
    ];
  });
}
