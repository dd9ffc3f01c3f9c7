/** Marks in a text: written, found again, lifted out. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  liftPlaces,
  MARK_CHARACTERS,
  markContent,
  markOmitted,
  markPlace,
  stretches,
} from '../../src/source-marks.ts';

const plainText = fc.string({ unit: 'binary' }).filter((text) => !MARK_CHARACTERS.test(text));
const number = fc.nat({ max: 2_000_000 });

const piece = fc.oneof(
  fc.record({ kind: fc.constant('plain' as const), text: plainText }),
  fc.record({ kind: fc.constant('content' as const), text: plainText, number, offset: number }),
  fc.record({ kind: fc.constant('omitted' as const), number }),
);

test('any content between any texts is found again, with its number and offset', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const written = pieces
        .map((p) =>
          p.kind === 'plain'
            ? p.text
            : p.kind === 'content'
              ? markContent(p.number, p.offset, p.text)
              : markOmitted(p.number),
        )
        .join('');
      const found = stretches(written).map(({ from, to, ...rest }) => ({
        ...rest,
        text: written.slice(from, to),
      }));
      const wanted: object[] = [];
      let plain = '';
      for (const p of pieces) {
        if (p.kind === 'plain') plain += p.text;
        else {
          if (plain !== '') wanted.push({ kind: 'plain', text: plain });
          plain = '';
          wanted.push({ text: '', ...p });
        }
      }
      if (plain !== '') wanted.push({ kind: 'plain', text: plain });
      expect(found).toEqual(wanted);
    }),
  );
});

test('a part of a text shows only its own stretches', () => {
  const text = `ab${markContent(7, 3, '春风')}cd`;
  const [before, , after] = stretches(text);
  expect(stretches(text, 1, 2).map(({ from, to }) => text.slice(from, to))).toEqual(['b']);
  expect(stretches(text, after!.from)).toEqual([after]);
  expect(before).toEqual({ kind: 'plain', from: 0, to: 2 });
});

describe('place marks', () => {
  test('are lifted out, and say where in the rest they stood', () => {
    const { text, places } = liftPlaces(
      `${markPlace({ file: 0, start: 5, end: 9, own: true })}<p>${markPlace({ file: 1, start: 300, end: 310, own: false })}${markPlace({ file: 0, start: 12, end: 20, own: true })}x`,
    );
    expect(text).toBe('<p>x');
    expect(places).toEqual([
      { at: 0, file: 0, start: 5, end: 9, own: true },
      { at: 3, file: 1, start: 300, end: 310, own: false },
      { at: 3, file: 0, start: 12, end: 20, own: true },
    ]);
  });

  test('leave content marks alone', () => {
    const content = markContent(1, 0, '四个');
    expect(liftPlaces(`a${markPlace({ file: 0, start: 0, end: 1, own: true })}${content}`)).toEqual({
      text: `a${content}`,
      places: [{ at: 1, file: 0, start: 0, end: 1, own: true }],
    });
  });
});
