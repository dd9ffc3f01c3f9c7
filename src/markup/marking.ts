/** An inline element with its style → what it marks its characters with. */

import { errorAt, message } from '../diagnostics.ts';
import { sliceMap } from '../source-map.ts';
import { stretches } from '../source-marks.ts';
import { type Marking, NOTE_SIZE, READING_SIZE, type TextRun, type TextStyle } from './box.ts';
import type { BuildContext } from './context.ts';
import type { ElementNode } from './parse.ts';

/** Raised so that the em boxes are level at the top; in lines that run down, at the right. 1/1000 of its size. */
const NOTE_RISE = { across: Math.round((880 * (1 - NOTE_SIZE)) / NOTE_SIZE), down: 333 } as const;

export function noteStyle(style: TextStyle, direction: 'across' | 'down'): TextStyle {
  return { ...style, size: style.size * NOTE_SIZE, rise: NOTE_RISE[direction] };
}

/**
 * Null for an element that is but a style.
 * @param size of the paragraph, pt.
 */
export function markingOf(
  element: ElementNode,
  style: TextStyle,
  size: number,
  context: BuildContext,
): Marking | null {
  switch (element.name) {
    case 'dots':
    case 'name':
    case 'title':
      return { kind: element.name, swatch: style.swatch };
    case 'u':
      return { kind: 'underline', swatch: style.swatch };
    case 'note':
      return { kind: 'note' };
    case 'spread': {
      const count = Number(element.attributes.get('width')!.value);
      return { kind: 'spread', width: Math.round((count * 1000 * style.size) / size) };
    }
    case 'ruby':
      return { kind: 'ruby', reading: readingOf(element, style, context) };
    case 'reverse':
      return panelOf(element, context);
    default:
      return null;
  }
}

/** The attribute's value is the author's reading, or the template's own. */
function readingOf(element: ElementNode, style: TextStyle, { markup, places }: BuildContext): TextRun {
  const { value, name, from } = element.attributes.get('text')!;
  const readingStyle = { ...style, size: style.size * READING_SIZE, tracking: 0, rise: 0 };
  const [stretch] = stretches(value);
  if (stretch?.kind === 'content') {
    const text = value.slice(stretch.from, stretch.to);
    const map = sliceMap(markup.marks[stretch.number]!.map, stretch.offset, stretch.offset + text.length);
    return { text, map, style: readingStyle };
  }
  const place = places.at(from + name.length + 2);
  const map = { file: place.file, runs: [{ at: 0, start: place.offset }], end: place.offset + value.length };
  return { text: value, map, style: readingStyle };
}

/** White on white would be lost, so a theme has to say what 反白 stands on. */
function panelOf(element: ElementNode, { styleOf, places, report, issue }: BuildContext): Marking | null {
  const { background } = styleOf(element);
  if (background !== null) return { kind: 'panel', swatch: background };
  report(
    errorAt(
      places.span(element.from, element.to),
      'missing-property',
      message(
        `${issue.theme.sheet.file} 没有给 reverse 定 background`,
        `${issue.theme.sheet.file} gives reverse no background`,
      ),
      message(
        '写上反白的颜色：reverse { color: white; background: black; }',
        'Say its colours: reverse { color: white; background: black; }',
      ),
    ),
  );
  return null;
}
