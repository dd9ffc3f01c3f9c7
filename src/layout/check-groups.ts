/** The groups of a page plan → an error for a banner (通栏题) without its stories, and for a story away from it. */

import { type Diagnostic, errorAt, message } from '../diagnostics.ts';
import type { PageBox, PanelBox, StoryBox } from '../markup/box.ts';
import { boundsOf } from './block-grid.ts';
import { shownBox } from './check-blocks.ts';

type Member = StoryBox | PanelBox;

export function checkGroups({ blocks }: PageBox): readonly Diagnostic[] {
  const groups = [...new Set(blocks.flatMap(({ group }) => (group === null ? [] : [group])))];
  return groups.flatMap((group) => {
    const members = blocks.filter((block) => block.group === group);
    const banner = members.find((block): block is PanelBox => block.kind === 'panel');
    const stories = members.filter((block): block is StoryBox => block.kind === 'story');
    if (banner === undefined || stories.length < 2) return [incomplete(group, members[0]!)];
    return stories.flatMap((story) => apart(story, banner));
  });
}

function incomplete(group: string, { place, span }: Member): Diagnostic {
  return errorAt(
    place?.span ?? span,
    'group-incomplete',
    message(
      `“${group}”不成一组：一组有一个通栏题，题下至少两篇稿件`,
      `"${group}" is no group: a group has a banner and at least two stories under it`,
    ),
    message(
      '给通栏题（kind: banner）和题下各篇写同一个 group（组）。',
      'Give the banner (kind: banner) and the stories under it the same group.',
    ),
  );
}

/** Each story stands below the banner, within its columns. */
function apart({ id, place }: StoryBox, banner: PanelBox): readonly Diagnostic[] {
  if (place === null) return [];
  const [story, head] = [boundsOf(place.boxes), boundsOf(banner.place.boxes)];
  const isUnder =
    story.line >= head.line + head.lines &&
    story.column >= head.column &&
    story.column + story.columns <= head.column + head.columns;
  if (isUnder) return [];
  return [
    errorAt(
      place.span,
      'group-apart',
      message(
        `“${id}”（${shownBox(story, 'zh')}）不在它的通栏题（${shownBox(head, 'zh')}）下面`,
        `"${id}" (${shownBox(story, 'en')}) does not stand under its banner (${shownBox(head, 'en')})`,
      ),
      message('把它移到通栏题下，不超出题的栏。', 'Move it below the banner, within the columns of it.'),
    ),
  ];
}
