/** Box trees → what tests ask of them: paragraphs in order, their text. */

import type { PageBox, ParagraphBox, StoryBox } from '../../src/markup/box.ts';

/** All paragraphs of a page: folio, then story by story head, captions, body. */
export function paragraphsOf(page: PageBox): readonly ParagraphBox[] {
  const { folio } = page;
  const slots = folio === null ? [] : [folio.left, folio.center, folio.right];
  return [
    ...slots.flatMap(({ parts }) => parts),
    ...storiesOf(page).flatMap((story) => [
      ...(story.head?.parts ?? []),
      ...story.figures.flatMap(({ caption }) => (caption === null ? [] : [caption])),
      ...story.body,
    ]),
  ];
}

/** The stories of a page, without its panels. */
export function storiesOf(page: PageBox): readonly StoryBox[] {
  return page.blocks.filter((block) => block.kind === 'story');
}

export function textOf({ runs }: ParagraphBox): string {
  return runs.map(({ text }) => text).join('');
}

/** `role text` of every paragraph. */
export function outline(page: PageBox): readonly string[] {
  return paragraphsOf(page).map((paragraph) => `${paragraph.role} ${textOf(paragraph)}`);
}
