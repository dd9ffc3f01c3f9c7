/** A story composed with no more paragraphs a line longer or shorter than its theme allows. */

import { type Area, type ComposeOptions, type Composition, composeStory } from './compose.ts';
import { atItsBest, type MeasuredStory } from './story.ts';

export interface Within extends ComposeOptions {
  /** Paragraphs that may be set a line longer or shorter. */
  readonly paragraphs: number;
}

/** Null where the pictures alone do not fit the area. */
export function composeWithin(story: MeasuredStory, area: Area, options: Within): Composition | null {
  const { paragraphs } = options;
  if (paragraphs === 0) return composeStory(withVariants(story, []), area, options);
  const found = composeStory(story, area, options);
  const changed = found === null ? [] : changedIn(found);
  if (changed.length <= paragraphs) return found;
  return composeStory(withVariants(story, changed.slice(0, paragraphs)), area, options);
}

/** Indexes of the blocks that are not set their best way. */
function changedIn({ distribution }: Composition): readonly number[] {
  return (distribution?.placements ?? []).flatMap(({ option }, index) => (option > 0 ? [index] : []));
}

/** All blocks at their best but these. */
function withVariants(story: MeasuredStory, blocks: readonly number[]): MeasuredStory {
  const body = story.body.map((block, index) => (blocks.includes(index) ? block : atItsBest(block)));
  return { ...story, body };
}
