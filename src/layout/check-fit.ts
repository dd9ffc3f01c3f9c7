/** How a story or a page is filled → what the editor is told: what to cut, what to add, what has no room. */

import { type Diagnostic, errorAt, type Message, message, warningAt } from '../diagnostics.ts';
import type { FigureBox, HeadBox, PageBox, ParagraphBox, StoryBox } from '../markup/box.ts';
import type { Amount } from './page.ts';
import { textOfBox } from './part-of-paragraph.ts';

export function oversetError(box: StoryBox, overset: Amount, page: string): Diagnostic {
  const { lines, characters } = overset;
  return errorAt(
    box.span,
    'overset',
    message(
      `第${page}版稿件“${box.id}”溢出 ${lines} 行 ${characters} 字`,
      `Story "${box.id}" on page ${page} is overset by ${lines} lines, ${characters} characters`,
    ),
    message(`删去 ${characters} 字。`, `Cut ${characters} characters.`),
    ...photoHint(box, FEWER),
  );
}

export function shortWarning(box: StoryBox, short: Amount): Diagnostic {
  const { lines, characters } = short;
  return warningAt(
    box.span,
    'short',
    message(
      `稿件“${box.id}”短 ${lines} 行 ${characters} 字，版面没有排满`,
      `Story "${box.id}" is short by ${lines} lines, ${characters} characters: the page is not full`,
    ),
    message(`补写约 ${characters} 字，或增加图片。`, `Add about ${characters} characters, or photos.`),
    ...photoHint(box, box.fill === 'page' ? HIGHER : LOWER),
  );
}

/** An error for each picture that is to take more columns than the story has, at who gave them. */
export function tooWide(box: StoryBox, columns: number): readonly Diagnostic[] {
  return box.figures.flatMap((figure) => {
    if (figure.columns === null || figure.columns <= columns) return [];
    return [
      errorAt(
        figure.columnsAt ?? figure.span,
        'photo-too-wide',
        message(
          `图片“${figure.image}”要占 ${figure.columns} 栏，稿件只有 ${columns} 栏`,
          `The photo "${figure.image}" is to take ${figure.columns} columns; the story has ${columns}`,
        ),
        figure.columnsAt === null
          ? message(
              `把 columns（栏）改成不超过 ${columns} 的数，或删去它，由程序决定。`,
              `Give at most ${columns} columns, or none and leave it to the program.`,
            )
          : message(
              `栏数是模板定的：模板里删去这个 columns，或在稿件的图片下写 columns（栏），不超过 ${columns}。`,
              `The template gives them: take columns away there, or give the photo at most ${columns} in the article.`,
            ),
      ),
    ];
  });
}

/** The story ends before the block where it is to go on. */
export function nothingToJump(box: StoryBox): Diagnostic {
  return errorAt(
    box.span,
    'jump-into-nothing',
    message(
      `稿件“${box.id}”在这一块已经排完，后面没有可转的内容`,
      `Story "${box.id}" ends here: nothing is left for the block where it is to go on`,
    ),
    message('删去后面那一块，或缩小这一块。', 'Remove that block, or make this one smaller.'),
  );
}

export function headTooLong(head: HeadBox): Diagnostic {
  const length = (part: ParagraphBox): number => textOfBox(part).length;
  const longest = head.parts.reduce((a, b) => (length(b) > length(a) ? b : a));
  return errorAt(
    longest.span,
    'head-too-long',
    message(
      '竖题放不下：标题太长，或留给它的栏太短',
      'The head at the side has no room: it is too long, or its column too short',
    ),
    message(
      '缩短标题，或换用标题横排的模板。',
      'Shorten the head, or use a page template whose head runs across.',
    ),
  );
}

/** The head leaves no line for the text, or the pictures none for each other. */
/** A picture that text is to run round stands in no free lines of its story. */
export function noRoomToWrap(
  { image, span }: FigureBox,
  { columns, lines }: { readonly columns: number; readonly lines: number },
): Diagnostic {
  return errorAt(
    span,
    'wrap-without-room',
    message(
      `图片“${image}”绕排的地方不在稿件正文里，或压着别的图片`,
      `The photo "${image}" does not stand in the text of its story, or stands on another one`,
    ),
    message(
      `正文有 ${columns} 栏 ${lines} 行：改 start（起）、side（靠）、width（宽）或 lines（行）。`,
      `The text has ${columns} columns of ${lines} lines: change its start, side, width or lines.`,
    ),
  );
}

export function noRoom(box: StoryBox): Diagnostic {
  const photos = box.figures.length > 0;
  return errorAt(
    box.span,
    'no-room',
    photos
      ? message(
          `稿件“${box.id}”的标题和图片在版面上放不下`,
          `The head and photos of story "${box.id}" do not fit the page`,
        )
      : message(
          `稿件“${box.id}”在版面上没有地方了：标题太长，或前面的稿件占满了版面`,
          `Story "${box.id}" has no room on the page: its head is too long, or the stories before it fill the page`,
        ),
    ...photoHint(box, FEWER),
    ...(photos ? [] : [message('缩短标题，或移走一篇稿件。', 'Shorten the head, or move a story away.')]),
  );
}

const FEWER = message(
  '减少图片，或减小图片的栏数（columns）和行数（lines）。',
  'Use fewer photos, or fewer columns and lines for them.',
);
const LOWER = message('减小图片的行数（lines）。', 'Give the photos fewer lines.');
const HIGHER = message('加大图片的行数（lines）。', 'Give the photos more lines.');

function photoHint(box: StoryBox, hint: Message): readonly Message[] {
  return box.figures.length > 0 ? [hint] : [];
}

/** So many lines white at the foot of a page are no fault. */
const FOOT_BORNE = 2;

/** A page without a story, or whose foot is left white. */
export function checkFull(box: PageBox, used: number): readonly Diagnostic[] {
  const { grid, label } = box;
  if (box.blocks.length === 0) {
    const text = message(`第${label}版没有稿件`, `Page ${label} has no story`);
    const hint = message(
      '在这一版的 articles（稿件）里写上稿件。',
      'Name articles under the page’s `articles`.',
    );
    return [warningAt(box.span, 'empty-page', text, hint)];
  }
  const free = grid.lines - used;
  if (free <= FOOT_BORNE) return [];
  const characters = free * grid.columns * grid.chars;
  return [
    warningAt(
      box.span,
      'page-short',
      message(
        `第${label}版下部空 ${grid.columns} 栏 × ${free} 行，约可再排 ${characters} 字`,
        `The foot of page ${label} is blank: ${grid.columns} columns × ${free} lines, room for about ${characters} characters`,
      ),
      message('加一篇稿件或图片。', 'Add a story or a photo.'),
    ),
  ];
}
