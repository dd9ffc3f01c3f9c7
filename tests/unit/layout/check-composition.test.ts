/** The composition of a page plan: each fault on one page, and a neighbour of it that has none. */

import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/layout/index.ts';
import type { GridBox, PanelBox, StoryBox } from '../../../src/markup/box.ts';
import { bodyText, figureBox, hanText, headBox, pageBox, storyBox } from '../../support/page-box.ts';
import { paragraphBox, TABLES } from '../../support/paragraph.ts';

const SPAN = { file: 'issue.yaml', start: 0, end: 0 };

/** `1-3:1-20 4-6:1-10`, as editors count. */
function placeAt(area: string): NonNullable<StoryBox['place']> {
  const boxes = area.split(' ').map((box): GridBox => {
    const [[c1, c2], [l1, l2]] = box.split(':').map((run) => run.split('-').map(Number)) as [
      [number, number],
      [number, number],
    ];
    return { column: c1 - 1, columns: c2 - c1 + 1, line: l1 - 1, lines: l2 - l1 + 1 };
  });
  return { boxes, span: SPAN };
}

const headOf = (size: number) =>
  headBox([paragraphBox('国家建设', { role: 'headline', size, sizes: [size] })]);

let seed = 0;

/** A story with a head of 30 pt, which takes 4 lines, and some lines of text. */
function story(
  id: string,
  area: string,
  wishes: Partial<StoryBox> & { readonly lines?: number } = {},
): StoryBox {
  const { lines = 4, ...rest } = wishes;
  seed += 1;
  const body = [bodyText(hanText(14 * lines - 6, seed))];
  return storyBox({ id, place: placeAt(area), head: headOf(30), body, ...rest });
}

function panel(id: string, area: string): PanelBox {
  return {
    kind: 'panel',
    id,
    place: placeAt(area),
    parts: [],
    group: null,
    backdrop: null,
    align: 'top',
    gap: 0,
    frame: null,
    span: SPAN,
  };
}

const FRAME = {
  border: { strokes: [{ width: 0.5, swatch: 'black' }], gap: 0, pattern: null },
  background: null,
  radius: 0,
  corner: null,
};
const CODES = ['heads-touch', 'head-under-head', 'page-cut', 'seam', 'head-apart', 'flow-back', 'tail'];

type Wishes = Parameters<typeof pageBox>[1];

function lay(blocks: readonly (StoryBox | PanelBox)[], wishes: Wishes = {}) {
  const result = layOut([pageBox(blocks, wishes)], TABLES);
  expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return result;
}

/** Its warnings of composition, by their codes. */
function codes(blocks: readonly (StoryBox | PanelBox)[], wishes: Wishes = {}): readonly string[] {
  return lay(blocks, wishes).diagnostics.flatMap(({ code }) => (CODES.includes(code) ? [code] : []));
}

function said(blocks: readonly (StoryBox | PanelBox)[]): readonly string[] {
  return lay(blocks).diagnostics.flatMap(({ code, message }) => (CODES.includes(code) ? [message.zh] : []));
}

/** A block over all columns, so that no seam runs to the foot. */
const wide = story('wide', '1-6:31-60');

describe('碰题', () => {
  const left = story('a', '1-3:1-20');

  it('warns of heads side by side, with their columns and lines', () => {
    const blocks = [left, story('b', '4-6:2-29'), panel('line', '1-6:30-30'), wide];
    expect(said(blocks)).toEqual(['碰题：“a”与“b”的标题左右并排（1-6 栏、2-4 行）']);
  });

  it('not of heads one of which stands lower', () => {
    expect(codes([left, story('b', '4-6:6-29'), panel('line', '1-6:30-30'), wide])).toEqual([]);
  });

  it('nor of heads with a column between them', () => {
    expect(codes([story('a', '1-2:1-20'), story('b', '4-6:1-29'), panel('line', '1-6:30-30'), wide])).toEqual(
      [],
    );
  });

  it('nor of one in a frame', () => {
    const framed = story('b', '4-6:1-29', { frame: FRAME });
    expect(codes([left, framed, panel('line', '1-6:30-30'), wide])).toEqual([]);
  });

  it('counts a head at the side too', () => {
    const atSide = {
      ...headBox([paragraphBox('国家建设', { role: 'headline', direction: 'down', size: 30, sizes: [30] })]),
    };
    const beside = (side: 'left' | 'right') =>
      story('b', '4-6:1-29', { head: { ...atSide, side, columns: 1 }, lines: 10 });
    const rest = [panel('line', '1-6:30-30'), wide];
    expect(codes([left, beside('left'), ...rest])).toEqual(['heads-touch']);
    expect(codes([left, beside('right'), ...rest])).toEqual([]);
  });

  it('modular: only of heads of one size, within 2 pt', () => {
    const beside = (size: number) => [left, story('b', '4-6:1-29', { head: headOf(size) }), wide];
    expect(codes(beside(32), { layout: 'modular' })).toEqual(['heads-touch']);
    expect(codes(beside(33), { layout: 'modular' })).toEqual([]);
  });
});

describe('a group under one banner (通栏题)', () => {
  const group = { group: '春耕' };
  const banner = { ...panel('banner', '1-6:5-8'), ...group };
  const members = [story('a', '1-3:10-24', group), story('b', '4-6:10-24', group)];

  it('has its heads side by side, and a seam between its stories', () => {
    expect(codes([banner, ...members])).toEqual([]);
  });

  it('without it the heads of its stories touch', () => {
    const alone = members.map((member) => ({ ...member, group: null }));
    expect(codes(alone)).toContain('heads-touch');
  });

  it('touches the head of a story that is not of it', () => {
    const both = [banner, members[0]!, { ...members[1]!, ...group }, story('c', '4-6:26-40')];
    expect(codes(both)).toEqual([]);
    const wide = { ...banner, place: placeAt('1-4:5-8'), parts: [...headOf(30).parts] };
    const narrow = [story('d', '1-2:10-24', group), story('e', '3-4:10-24', group)];
    expect(codes([wide, ...narrow, story('f', '5-6:5-24')])).toContain('heads-touch');
  });

  it('tells how the banner is set, with its group', () => {
    const head = { ...banner, parts: [...headOf(30).parts] };
    const { banners } = layOut([pageBox([head, ...members])], TABLES).made;
    expect(banners).toMatchObject([{ group: '春耕', head: { size: 30, tracking: 0 } }]);
    expect(banners[0]!.head.rows.join('')).toBe(
      headOf(30)
        .parts[0]!.runs.map(({ text }) => text)
        .join(''),
    );
    expect(layOut([pageBox([story('h', '1-3:10-24')])], TABLES).made.banners).toEqual([]);
  });

  it('needs a banner and two stories below it', () => {
    const errors = (...blocks: readonly (StoryBox | PanelBox)[]) =>
      layOut([pageBox(blocks)], TABLES).diagnostics.map(({ code }) => code);
    expect(errors(banner, members[0]!)).toEqual(['group-incomplete']);
    expect(errors(...members)).toEqual(['group-incomplete']);
    expect(errors(banner, members[0]!, story('g', '5-7:10-24', group))).toContain('group-apart');
  });
});

describe('顶题', () => {
  const upper = (last: number) => story('a', `1-6:1-${last}`, { lines: 1 });
  const ad = panel('ad', '4-6:12-60');

  it('warns of a head right under another', () => {
    expect(said([upper(6), story('b', '1-3:8-60'), ad])).toEqual([
      '顶题：“b”的标题紧接在“a”的标题下（1-6 栏、2-10 行）',
    ]);
  });

  it('not with three lines of text between', () => {
    expect(codes([upper(7), story('b', '1-3:9-60'), ad])).toEqual([]);
  });

  it('nor with a rule between', () => {
    expect(codes([upper(6), panel('line', '1-6:7-7'), story('b', '1-3:8-60'), ad])).toEqual([]);
  });
});

describe('断版', () => {
  const above = [story('a', '1-4:1-30'), story('b', '5-6:5-30')];

  it('warns of a cut across all columns, at its line', () => {
    expect(said([...above, story('c', '1-2:32-60'), story('d', '3-6:32-60', { head: null })])).toEqual([
      '断版：第05版在第 30 行下从左到右切断（1-6 栏）',
    ]);
  });

  it('not where a story stands across it', () => {
    expect(
      codes([
        story('a', '1-4:1-30'),
        story('b', '5-6:5-40'),
        story('c', '1-4:32-60'),
        story('d', '5-6:42-60'),
      ]),
    ).toEqual(['seam']);
    expect(codes([story('a', '1-4:1-30'), story('b', '5-6:5-40'), story('c', '1-4:32-60')])).not.toContain(
      'page-cut',
    );
  });

  it('nor over an ad, under a masthead, along a frame or a rule', () => {
    const rest = story('c', '1-6:32-60');
    expect(codes([...above, panel('ad', '1-6:32-60')])).toEqual([]);
    expect(codes([panel('masthead', '1-6:1-10'), story('c', '1-6:12-60')])).toEqual([]);
    expect(codes([...above, { ...rest, frame: FRAME }])).toEqual([]);
    expect(codes([...above, panel('line', '1-6:31-31'), rest])).toEqual([]);
    expect(codes([...above, rest])).toEqual(['page-cut']);
  });

  it('nor in a modular page', () => {
    expect(codes([...above, story('c', '1-6:32-60')], { layout: 'modular' })).toEqual([]);
  });
});

describe('通缝', () => {
  const left = [story('a', '1-4:1-25'), story('b', '1-4:27-60')];

  it('warns of a seam from head to foot', () => {
    expect(said([...left, story('c', '5-6:8-60')])).toEqual(['通缝：第05版第 4、5 栏之间从上到下一条直缝']);
  });

  it('not where a story or an index stands across it', () => {
    const [a] = left;
    const c = story('c', '5-6:8-40');
    expect(codes([a!, c, story('b', '1-3:27-60'), story('d', '4-6:44-60')])).toEqual([]);
    const index = panel('index', '4-5:47-60');
    const beside = [
      story('b', '1-3:27-60'),
      story('d', '4-4:27-45', { head: null }),
      story('e', '6-6:51-60'),
    ];
    expect(codes([a!, story('c', '5-6:8-45'), ...beside, index])).toEqual([]);
  });

  it('goes on past a masthead and an ad over all columns', () => {
    const blocks = [
      panel('masthead', '1-6:1-10'),
      story('b', '1-4:12-50'),
      story('c', '5-6:18-50'),
      panel('ad', '1-6:52-60'),
    ];
    expect(codes(blocks)).toEqual(['seam']);
  });

  it('is none along an ad, or in a modular page', () => {
    expect(codes([...left, panel('ad', '5-6:1-60')])).toEqual([]);
    expect(codes([...left, story('c', '5-6:8-60')], { layout: 'modular' })).toEqual([]);
  });
});

describe('题文分离', () => {
  const atSide = {
    ...headBox([paragraphBox('国家', { role: 'headline', direction: 'down', size: 30, sizes: [30] })]),
    side: 'right' as const,
  };
  const photo = (place: 'top-left' | 'top-right') => [
    figureBox({ place, columns: 4, lines: 20, caption: null }),
  ];

  it('warns where the text begins high above its head', () => {
    const wishes = { head: atSide, lines: 100 };
    expect(codes([story('a', '1-6:1-60', { ...wishes, figures: photo('top-right') })])).toEqual([
      'head-apart',
    ]);
    expect(codes([story('a', '1-6:1-60', { ...wishes, figures: photo('top-left') })])).toEqual([]);
  });

  it('and where another story stands between them, but not its own picture', () => {
    const between = story('b', '1-2:7-29', { head: null });
    const apart = story('a', '1-2:1-5 1-2:31-60', { head: headOf(40) });
    expect(codes([apart, between])).toEqual(['head-apart']);
    const own = [figureBox({ place: 'top-left', columns: 2, lines: 24, caption: null })];
    expect(codes([story('a', '1-2:1-60', { figures: own })])).toEqual([]);
  });
});

describe('逆流', () => {
  it('warns of text that goes on to the left', () => {
    const first = story('a', '4-6:1-30', { lines: 90 });
    const onward = (area: string) => story('a', area, { part: 1, head: null });
    expect(said([first, onward('1-3:1-30')])).toEqual(['逆流：“a”的正文要往左或往上接读（1-6 栏、1-30 行）']);
    expect(codes([first, onward('1-3:31-60')])).toEqual([]);
  });

  it('and of text that goes on upwards', () => {
    const lines = (count: number) => ({ head: null, lines: count });
    expect(codes([story('a', '1-2:31-60 3-4:1-30', lines(110))])).toEqual(['flow-back']);
    expect(codes([story('a', '1-2:31-60 3-4:20-60', lines(120))])).toEqual([]);
  });
});

describe('尾巴', () => {
  it('warns of one or two lines in the last column', () => {
    const three = (lines: number) => [story('a', '1-3:1-4', { head: null, lines })];
    expect(said(three(10))).toEqual(['尾巴：“a”的末栏只有 2 行（3-3 栏、1-2 行）']);
    expect(codes(three(11))).toEqual([]);
  });

  it('not beside columns that are hardly longer', () => {
    expect(codes([story('a', '1-3:1-3', { head: null, lines: 8 })])).toEqual([]);
    expect(codes([story('a', '1-3:1-3', { head: null, lines: 7 })])).toEqual(['tail']);
  });

  it('nor where no more would have room', () => {
    expect(codes([story('a', '1-2:1-30 3-3:1-2', { head: null, lines: 62 })])).toEqual([]);
  });
});

describe('what is checked', () => {
  const touching = [story('a', '1-3:1-20'), story('b', '4-6:1-20')];

  it('is no page whose blocks flow', () => {
    expect(
      codes([
        story('a', '1-3:1-20'),
        storyBox({ id: 'b', head: headOf(30), body: [bodyText(hanText(2000))] }),
      ]),
    ).toEqual([]);
  });

  it('is nothing with layout off', () => {
    expect(codes(touching, { layout: 'off' })).toEqual([]);
  });

  it('is told as silenced where the page does without it, with its reason', () => {
    const silence = [{ check: 'heads-touch' as const, reason: '两题一组' }];
    const { diagnostics, silenced } = lay(touching, { silence });
    expect(diagnostics.map(({ code }) => code)).not.toContain('heads-touch');
    expect(silenced).toMatchObject([{ page: '05', diagnostic: { code: 'heads-touch' }, reason: '两题一组' }]);
    expect(codes(touching, { silence: [{ check: 'seam', reason: null }] })).toEqual(['heads-touch']);
  });
});
