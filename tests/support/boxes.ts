/** Box trees → what tests ask of them: paragraphs in order, their text. */

import type { PageBox, ParagraphBox } from '../../src/markup/box.ts';

/** All paragraphs of a page: folio, then story by story head, captions, body. */
export function paragraphsOf(page: PageBox): readonly ParagraphBox[] {
  const { folio } = page;
  const slots = folio === null ? [] : [folio.left, folio.center, folio.right];
  return [
    ...slots.flatMap(({ parts }) => parts),
    ...page.stories.flatMap((story) => [
      ...(story.head?.parts ?? []),
      ...story.figures.flatMap(({ caption }) => (caption === null ? [] : [caption])),
      ...story.body,
    ]),
  ];
}

export function textOf({ runs }: ParagraphBox): string {
  return runs.map(({ text }) => text).join('');
}

/** `role text` of every paragraph. */
export function outline(page: PageBox): readonly string[] {
  return paragraphsOf(page).map((paragraph) => `${paragraph.role} ${textOf(paragraph)}`);
}
