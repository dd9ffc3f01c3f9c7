/** A paragraph as its theme wants it set → what would overprint, stand outside its column or do nothing. */

import { errorAt, type Message, message } from '../diagnostics.ts';
import { placedAt } from './area.ts';
import type { ParagraphBox } from './box.ts';
import type { BuildContext } from './context.ts';
import type { ElementNode } from './parse.ts';
import type { PropertyName } from './properties.ts';
import { withoutMarks } from './selectors.ts';

/** Each fault stands at the sheet's declaration, so all paragraphs that share it tell the same one. */
export function checkSetting(box: ParagraphBox, element: ElementNode, context: BuildContext): void {
  checkRoom(box, element, context);
  checkRows(box, element, context);
  for (const each of [element, ...elementsIn(element)]) {
    checkTracking(each, context);
    checkLadder(each, element, context);
  }
}

function* elementsIn(element: ElementNode): Generator<ElementNode> {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    yield child;
    yield* elementsIn(child);
  }
}

/** The ink of a Han character leaves about a tenth of its em blank; nearer than this, strokes touch. 1/1000 em. */
const TIGHTEST = -100;

function checkTracking(element: ElementNode, context: BuildContext): void {
  const tracking = context.textStyles.get(context.styleOf(element))?.tracking ?? 0;
  if (tracking >= TIGHTEST) return;
  report(
    context,
    [element, 'letter-spacing'],
    message(
      `字间收得太紧（${tracking / 1000}em），字会叠在一起`,
      `Characters drawn together by ${-tracking / 1000}em overprint`,
    ),
    message('letter-spacing 最紧写 -0.1em。', 'Give letter-spacing no less than -0.1em.'),
  );
}

/** What holds texts that are fitted to its width. */
const FITTED: readonly string[] = ['head', 'panel'];

/** Only a part of a head, or of a panel, tries one size after the other. */
function checkLadder(element: ElementNode, paragraph: ElementNode, context: BuildContext): void {
  if (context.styleOf(element)['font-size'].length === 1) return;
  const holder = context.declared(element, 'font-size')?.element ?? element;
  // What stands inside a paragraph has its size from it, or one of its own that no ladder changes.
  const isItsFault =
    element === paragraph ? !FITTED.includes(paragraph.parent?.name ?? '') : isIn(holder, paragraph);
  if (!isItsFault) return;
  report(
    context,
    [element, 'font-size'],
    message(
      `${element.name} 只能有一个字号：几个字号里挑一个，只有标题的各部分才行`,
      `${element.name} takes one size: only the parts of a head choose among several`,
    ),
    message('留下要用的那一个。', 'Leave the one that is wanted.'),
  );
}

function isIn(element: ElementNode, ancestor: ElementNode): boolean {
  for (let each = element.parent; each !== null; each = each.parent) if (each === ancestor) return true;
  return false;
}

/** A line has room for so many characters at least, or there is nothing to break: 1/1000 字 of the text. */
const NARROWEST = 2000;

/** The column, or for a head its story or panel, against the insets, the indent and the size of a paragraph. */
function checkRoom(box: ParagraphBox, element: ElementNode, context: BuildContext): void {
  if (box.direction === 'down') return;
  const { grid } = context.measures;
  const columns = columnsOf(element, context);
  const chars = columns * grid.chars + (columns - 1) * grid.gutter;
  const smallest = box.sizes[box.sizes.length - 1] ?? box.size;
  const width = (chars * grid.em * 1000) / smallest;
  const insets = box.insetStart + box.insetEnd;
  if (width - insets - box.indent >= NARROWEST) return;
  const cause: PropertyName =
    insets + box.indent < width / 2 ? 'font-size' : insets >= box.indent ? 'inset' : 'text-indent';
  const room = `${columns} × ${grid.chars}`;
  report(
    context,
    [element, cause],
    message(
      `${cause} 太大，${element.name} 一行放不下两个字（它的宽是 ${columns} 栏，一栏 ${grid.chars} 字）`,
      `${cause} is too large: a line of ${element.name} does not hold two characters (it has ${room} 字)`,
    ),
    message(`减小 ${cause}。`, `Make ${cause} smaller.`),
  );
}

/** What every paragraph may count on: a photo's caption has its first column. */
function columnsOf(element: ElementNode, { styleOf, measures }: BuildContext): number {
  const most = measures.grid.columns;
  const holder = element.parent;
  if (holder === null) return 1;
  if (holder.parent?.name === 'panel') return panelColumns(holder.parent, most);
  if (holder.name === 'panel') return panelColumns(holder, most);
  if (holder.name === 'body') return 1;
  if (holder.name === 'figure') return Math.min(Number(holder.attributes.get('columns')?.value || 1), most);
  if (holder.name !== 'head') return most;
  const { side, columns } = styleOf(holder);
  if (side === 'left' || side === 'right') return Math.min(columns ?? 1, most);
  return Math.min(Number(holder.parent?.attributes.get('columns')?.value || most), most);
}

/** Those of the place that `at` gives it. */
function panelColumns(panel: ElementNode, most: number): number {
  const boxes = placedAt(withoutMarks(panel.attributes.get('at')?.value ?? ''));
  return Math.min(boxes?.[0]?.columns ?? most, most);
}

/** Lines of text stand one line of the grid apart, whatever their size; rows of a head by `row-pitch`. */
function checkRows(box: ParagraphBox, element: ElementNode, context: BuildContext): void {
  const { grid } = context.measures;
  const holder = element.parent?.name;
  const isOnGrid = holder === 'figure' || (holder === 'body' && box.lines === 0);
  if (!isOnGrid && box.rowPitch < box.size) {
    report(
      context,
      [element, 'row-pitch'],
      message(
        `row-pitch 比字号还小，${element.name} 的行会叠在一起`,
        `row-pitch is less than the size: rows of ${element.name} overprint`,
      ),
      message('row-pitch 至少写 1em。', 'Give row-pitch 1em at least.'),
    );
  }
  if (!isOnGrid || box.size <= grid.pitch) return;
  report(
    context,
    [element, 'font-size'],
    message(
      `${element.name} 的字比一行还高，行会叠在一起`,
      `The characters of ${element.name} are higher than a line: lines overprint`,
    ),
    holder === 'figure'
      ? message('减小 font-size。', 'Make font-size smaller.')
      : message(
          '减小 font-size，或用 lines 让它占几行。',
          'Make font-size smaller, or let it take whole lines by `lines`.',
        ),
  );
}

function report(
  context: BuildContext,
  [element, property]: readonly [ElementNode, PropertyName],
  ...texts: [Message, ...Message[]]
): void {
  const declared = context.declared(element, property);
  const span = declared?.declaration.span ?? context.places.span(element.from, element.to);
  context.report(errorAt(span, 'unsettable-style', ...texts));
}
