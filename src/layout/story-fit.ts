/** A placed story → how it fits its place, for the report: amounts, what gave, how its headline is set. */

import type { FitLimit, ParagraphBox } from '../markup/box.ts';
import { textOf } from '../text/index.ts';
import type { Composition } from './compose.ts';
import { limitOf } from './fit-copy.ts';
import { inkBox } from './grid.ts';
import type { HeadPart } from './head.ts';
import { charactersOf } from './overset.ts';
import type { HeadFit, StoryFit } from './page.ts';
import { textOfBox } from './part-of-paragraph.ts';
import type { PlacedStory, StorySpace } from './placed-story.ts';
import { placeSideHead } from './side-head.ts';
import type { MeasuredStory } from './story.ts';

export function fitOf(
  placed: Pick<PlacedStory, 'story' | 'head' | 'rest' | 'steps'>,
  composition: Composition,
  space: StorySpace,
  amounts: Pick<StoryFit, 'overset' | 'short'>,
): StoryFit {
  const { story } = placed;
  const headline = story.box.head?.parts.find((part) => part.role === 'headline') ?? null;
  return {
    page: space.label,
    id: story.box.id,
    part: story.box.part + 1,
    parts: space.parts,
    columns: story.columns,
    lines: story.lines,
    characters: charactersWithout(story.box.body, placed.rest),
    ...amounts,
    steps: [...placed.steps, ...composedSteps(story, composition, space.fit)],
    share: null,
    headline: headline === null ? null : textOfBox(headline),
    head: headFitOf(placed, composition, space),
  };
}

/** 字数 of a body that leaves a rest; what stands in both need not be counted. */
function charactersWithout(body: readonly ParagraphBox[], rest: readonly ParagraphBox[]): number {
  const left = new Set(rest);
  const whole = new Set(body);
  const cut = rest.filter((box) => !whole.has(box));
  return charactersOf(body.filter((box) => !left.has(box))) - charactersOf(cut);
}

/** Paragraphs a line longer or shorter than at their best, and pictures higher or lower than uncropped. */
function composedSteps(
  { box, body }: MeasuredStory,
  { distribution, figures }: Composition,
  limits: readonly FitLimit[],
): StoryFit['steps'] {
  const paragraphs = (distribution?.placements ?? []).flatMap(({ option }, index) => {
    const { options } = body[index]!.menu;
    const amount = options[option]!.lines - options[0]!.lines;
    const target = `${box.id} paragraph ${index + 1}`;
    return amount === 0
      ? []
      : [{ step: 'paragraphs' as const, target, amount, limit: limitOf(limits, 'paragraphs') }];
  });
  const photos = figures.flatMap(({ index, photo, ideal }) => {
    const amount = photo.lines - Math.round(ideal);
    const target = box.figures[index]!.image;
    return amount === 0 || box.figures[index]!.lines !== null
      ? []
      : [{ step: 'photos' as const, target, amount, limit: limitOf(limits, 'photos') }];
  });
  return [...paragraphs, ...photos];
}

function headFitOf(
  { story, head }: Pick<PlacedStory, 'story' | 'head'>,
  { headBox }: Composition,
  { grid, tables }: StorySpace,
): HeadFit | null {
  const atSide = headBox === null || headBox.lines < 1 || story.box.head === null ? null : story.box.head;
  const parts =
    atSide === null
      ? (head?.parts ?? [])
      : placeSideHead(atSide, grid, inkBox(grid, headBox!), tables).map(({ galley, rows }) => ({
          galley,
          rows: rows.map(({ line }) => line),
        }));
  const set = parts.find(({ galley }) => galley.paragraph.role === 'headline');
  return set === undefined ? null : headFit(set);
}

/** How a part of a head is set. */
export function headFit({ galley, rows }: Pick<HeadPart, 'galley' | 'rows'>): HeadFit {
  const { size, runs } = galley.paragraph;
  return {
    size,
    tracking: (runs[0]?.style.tracking ?? 0) / 1000,
    rows: rows.map((row) => textOf(galley, row).trim()),
  };
}
