/**
 * A story and the steps that its theme allows → the story with the fewest of them with which it fits.
 *
 * Paragraphs and pictures give first, while the story is composed. Where that is not enough the blanks and the
 * sizes of the head and of subheads give, and blocks that may be left out or added, in the theme's order, the
 * smallest change in all first.
 */

import type { FitLimit, FitStep, HeadBox, OptionalBlock, ParagraphBox, StoryBox } from '../markup/box.ts';
import type { StoryFit } from './page.ts';

/** Sets of changes tried at the most; beside them the story as it is, and with all that may give given. */
const TRIES = 40;

/** A change of the story, and what is told of it. */
interface Change {
  readonly step: FitStep;
  readonly amount: number;
  readonly limit: number;
}

export interface FittedBox {
  readonly box: StoryBox;
  readonly steps: StoryFit['steps'];
}

/** The limit of a step; 0 where the theme does not have it. */
export function limitOf(limits: readonly FitLimit[], step: FitStep): number {
  return limits.find((limit) => limit.step === step)?.limit ?? 0;
}

/** How a story stands to its place: short and overset by more than is borne; `lone`: fits, with a lone line. */
export type Standing = 'fits' | 'lone' | 'short' | 'overset';

/**
 * The first change with which the story fits and no line stands alone; else the first with which it fits at all; of
 * a story that is overset, else the first with which it is not.
 * @param standing composes a story and says how it stands.
 */
export function fitCopy(
  box: StoryBox,
  limits: readonly FitLimit[],
  standing: (box: StoryBox) => Standing,
): FittedBox {
  const unchanged = { box, steps: [] };
  const changes = limits.flatMap(({ step, limit }) => CHANGES[step](box, limit));
  const first = changes.length === 0 ? 'fits' : standing(box);
  if (first === 'fits') return unchanged;
  let better: FittedBox | null = null;
  let notOverset: FittedBox | null = null;
  for (const set of [...combinations(changes), tightest(changes)]) {
    const changed = set.reduce(changedBy, box);
    const found = {
      box: changed,
      steps: set.map((change) => ({ ...change, target: targetOf(box, change) })),
    };
    const stands = standing(changed);
    if (stands === 'fits') return found;
    if (stands === 'lone' && first !== 'lone') better ??= found;
    if (stands === 'short' && first === 'overset') notOverset ??= found;
  }
  return better ?? notOverset ?? unchanged;
}

/** The story with all that may give given: what it is overset by then has to be cut. */
export function tightestBox(box: StoryBox, limits: readonly FitLimit[]): StoryBox {
  return tightest(limits.flatMap(({ step, limit }) => CHANGES[step](box, limit))).reduce(changedBy, box);
}

/** Of each step the change that takes most away. */
function tightest(changes: readonly Change[]): readonly Change[] {
  const least = new Map<FitStep, Change>();
  for (const change of changes) {
    if (change.amount < (least.get(change.step)?.amount ?? 0)) least.set(change.step, change);
  }
  return [...least.values()];
}

/**
 * Sets of changes, one a step: the smallest sum of amounts first, of equal sums the fewest changes, of equal ones in
 * the theme's order. They are made one by one, for there may be millions, and the search ends after `TRIES`.
 */
function* combinations(changes: readonly Change[]): Generator<readonly Change[]> {
  const steps = new Set(changes.map(({ step }) => step)).size;
  const most = changes.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
  let made = 0;
  for (let sum = 1; sum <= most; sum++) {
    for (let count = 1; count <= Math.min(steps, sum); count++) {
      for (const set of setsOf(changes, sum, count)) {
        yield set;
        made += 1;
        if (made === TRIES) return;
      }
    }
  }
}

/** All sets of so many changes, no two of one step, whose amounts have that sum. */
function* setsOf(changes: readonly Change[], sum: number, count: number): Generator<readonly Change[]> {
  if (count === 0) {
    if (sum === 0) yield [];
    return;
  }
  for (const [index, change] of changes.entries()) {
    const left = sum - Math.abs(change.amount);
    if (left < count - 1) continue;
    const others = changes.slice(index + 1).filter(({ step }) => step !== change.step);
    for (const rest of setsOf(others, left, count - 1)) yield [change, ...rest];
  }
}

/** 1, −1, 2, −2 … up to the limit. */
function upAndDown(step: FitStep, limit: number): Change[] {
  return Array.from({ length: limit }, (_, k) => [
    { step, amount: k + 1, limit },
    { step, amount: -(k + 1), limit },
  ]).flat();
}

/** What each step can change in a story. Paragraphs and photos are the composition's own. */
const CHANGES: Readonly<Record<FitStep, (box: StoryBox, limit: number) => readonly Change[]>> = {
  paragraphs: () => [],
  photos: () => [],
  'subhead-space': ({ body }, limit) =>
    body.some(isSubhead)
      ? upAndDown('subhead-space', limit).filter(({ amount }) => canGive(body, amount))
      : [],
  'head-space': ({ head }, limit) =>
    head === null || isAtSide(head)
      ? []
      : upAndDown('head-space', limit).filter(({ amount }) => head.spaceBefore + amount >= 0),
  'head-size': ({ head }, limit) =>
    Array.from({ length: Math.min(limit, ladderOf(head) - 1) }, (_, k) => ({
      step: 'head-size' as const,
      amount: -(k + 1),
      limit,
    })),
  summary: ({ head }, limit) =>
    limit > 0 && (head?.parts.some(({ role }) => role === 'summary') ?? false)
      ? [{ step: 'summary', amount: -1, limit }]
      : [],
  pullquote: (box, limit) => leftOut(box, 'pullquote', limit),
  factbox: (box, limit) => leftOut(box, 'factbox', limit),
  filler: ({ filler }, limit) => (limit > 0 && filler !== null ? [{ step: 'filler', amount: 1, limit }] : []),
};

function leftOut(box: StoryBox, step: OptionalBlock, limit: number): readonly Change[] {
  return limit > 0 && box.body.some((block) => isA(block, step)) ? [{ step, amount: -1, limit }] : [];
}

function isA({ table }: ParagraphBox, kind: OptionalBlock): boolean {
  return table?.optional === kind;
}

/** In a panel of its own, which takes no lines from the text below it. */
export function isAtSide({ side }: HeadBox): boolean {
  return side === 'left' || side === 'right';
}

function isSubhead({ role }: ParagraphBox): boolean {
  return role === 'subhead';
}

/** A subhead keeps the one line that it needs. */
function canGive(body: readonly ParagraphBox[], amount: number): boolean {
  return body.filter(isSubhead).every(({ lines }) => lines === 0 || lines + amount >= 1);
}

function ladderOf(head: HeadBox | null): number {
  return head?.parts.find(({ role }) => role === 'headline')?.sizes.length ?? 1;
}

function changedBy(box: StoryBox, { step, amount }: Change): StoryBox {
  const { head } = box;
  switch (step) {
    case 'paragraphs':
    case 'photos':
      return box;
    case 'subhead-space':
      return {
        ...box,
        body: box.body.map((block) =>
          isSubhead(block) ? { ...block, lines: Math.max(1, block.lines) + amount } : block,
        ),
      };
    case 'head-space':
      return head === null ? box : { ...box, head: { ...head, spaceBefore: head.spaceBefore + amount } };
    case 'head-size':
      return head === null
        ? box
        : { ...box, head: { ...head, parts: head.parts.map((part) => smaller(part, -amount)) } };
    case 'summary':
      return head === null
        ? box
        : { ...box, head: { ...head, parts: head.parts.filter(({ role }) => role !== 'summary') } };
    case 'pullquote':
    case 'factbox':
      return { ...box, body: box.body.filter((block) => !isA(block, step)) };
    case 'filler':
      return box.filler === null ? box : { ...box, body: [...box.body, box.filler], filler: null };
    default:
      return step satisfies never;
  }
}

/** The headline from a lower rung of its ladder on. */
function smaller(part: ParagraphBox, rungs: number): ParagraphBox {
  if (part.role !== 'headline') return part;
  const sizes = part.sizes.slice(rungs);
  return sizes.length === 0 ? part : { ...part, sizes };
}

function targetOf({ id }: StoryBox, { step }: Change): string {
  if (step === 'subhead-space') return `${id} subheads`;
  return step === 'head-space' || step === 'head-size' ? `${id} head` : `${id} ${step}`;
}
