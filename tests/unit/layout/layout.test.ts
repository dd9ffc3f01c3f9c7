import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/layout/index.ts';
import type { Picture } from '../../../src/layout/page.ts';
import type { PageBox, ParagraphBox } from '../../../src/markup/box.ts';
import { offsetInFile } from '../../../src/source-map.ts';
import { bodyText, figureBox, hanText, headBox, pageBox, storyBox, subhead } from '../../support/page-box.ts';
import { pageFaults } from '../../support/page-properties.ts';
import { paragraphBox, TABLES } from '../../support/paragraph.ts';

const lay = (page: PageBox) => layOut([page], TABLES);

/** 6 columns × 60 lines of 14 字. */
const CELLS = 6 * 60;

function textOfLines(lines: number): readonly ParagraphBox[] {
  return Array.from({ length: lines / 10 }, (_, i) => bodyText(hanText(9 * 14 + 6, i)));
}

function pictures(page: PageBox): readonly Picture[] {
  return lay(page).made.pages[0]!.items.filter((item): item is Picture => item.kind === 'picture');
}

describe('a story that fills its page', () => {
  it('fills every column to the foot without a hole', () => {
    const { made, diagnostics } = lay(pageBox([storyBox({ body: textOfLines(CELLS) })]));
    expect(diagnostics).toEqual([]);
    expect(made.fits[0]!.short.lines).toBe(0);
    expect(pageFaults(made)).toEqual([]);
    const feet = new Map<string, number>();
    for (const line of made.pages[0]!.lines) feet.set(line.block, line.baseline);
    expect(new Set(feet.values()).size).toBe(1);
  });

  it.each([130, 150, 170])('with five photos and %d lines of text is full', (lines) => {
    const figures = Array.from({ length: 5 }, () => figureBox());
    const { made, diagnostics } = lay(pageBox([storyBox({ body: textOfLines(lines), figures })]));
    expect(diagnostics.filter(({ code }) => code !== 'lone-line')).toEqual([]);
    expect(made.fits[0]!.short.lines).toBeLessThanOrEqual(2);
    expect(pageFaults(made)).toEqual([]);
  });

  it.each([1, 2, 3, 4, 6])('with %d photos is laid out without a fault', (count) => {
    const figures = Array.from({ length: count }, () => figureBox());
    expect(pageFaults(lay(pageBox([storyBox({ body: textOfLines(220), figures })])).made)).toEqual([]);
  });

  it('says by how much it is short', () => {
    const { made, diagnostics } = lay(pageBox([storyBox({ body: textOfLines(300) })]));
    expect(diagnostics.map((d) => [d.severity, d.code])).toEqual([['warning', 'short']]);
    expect(made.fits[0]!.short.lines).toBeGreaterThan(40);
  });
});

describe('overset', () => {
  const body = [...textOfLines(CELLS), bodyText(hanText(130, 5))];
  const overset = lay(pageBox([storyBox({ body })]));

  it('is an error that says by how many lines and characters', () => {
    const { lines, characters } = overset.made.fits[0]!.overset;
    expect(overset.diagnostics[0]!.code).toBe('overset');
    expect(overset.diagnostics[0]!.message.zh).toContain(`溢出 ${lines} 行 ${characters} 字`);
  });

  it('is exact: with so many characters cut it fits, with a line’s worth less it does not', () => {
    const { characters } = overset.made.fits[0]!.overset;
    const cut = (count: number): PageBox => {
      const last = hanText(130, 5).slice(0, 130 - count);
      return pageBox([storyBox({ body: [...textOfLines(CELLS), ...(last === '' ? [] : [bodyText(last)])] })]);
    };
    expect(characters).toBeLessThanOrEqual(130);
    expect(lay(cut(characters)).made.fits[0]!.overset.lines).toBe(0);
    expect(lay(cut(characters - 14)).made.fits[0]!.overset.lines).toBeGreaterThan(0);
  });

  it('draws nothing outside the columns', () => {
    expect(pageFaults(overset.made).filter((f) => f.property !== 'order')).toEqual([]);
  });
});

describe('pictures', () => {
  it('the first stands high and right over two thirds of the columns', () => {
    const [lead] = pictures(
      pageBox([storyBox({ body: textOfLines(220), figures: [figureBox(), figureBox()] })]),
    );
    expect(lead!.box.x + lead!.box.width).toBeCloseTo(990, 6);
    expect(lead!.box.width).toBeCloseTo((4 * 14 + 3 * 2) * 10, 6);
  });

  it('columns, lines and place of the editor stand', () => {
    const figures = [figureBox({ columns: 3, lines: 20, place: 'top-left' })];
    const [photo] = pictures(pageBox([storyBox({ body: textOfLines(280), figures })]));
    expect(photo!.box.x).toBe(50);
    expect(photo!.box.width).toBe((3 * 14 + 2 * 2) * 10);
    expect(photo!.box.height).toBe(20 * 15 - 5);
  });

  it('edges stand level with the characters beside them', () => {
    const { made } = lay(pageBox([storyBox({ body: textOfLines(280), figures: [figureBox()] })]));
    const page = made.pages[0]!;
    const photo = page.items.find((item): item is Picture => item.kind === 'picture')!;
    expect(page.lines.some((line) => Math.abs(line.box.y - photo.box.y) < 1e-6)).toBe(true);
  });

  it('crops no side beyond the limit and keeps the focus in', () => {
    const figures = Array.from({ length: 5 }, () => figureBox({ focus: { x: 0.9, y: 0.1 } }));
    for (const photo of pictures(pageBox([storyBox({ body: textOfLines(220), figures })]))) {
      expect(photo.crop.width * photo.crop.height).toBeGreaterThanOrEqual(1 - 2 * 0.08 - 1e-9);
      expect(photo.crop.x + photo.crop.width).toBeGreaterThanOrEqual(0.9);
      expect(photo.crop.y).toBeLessThanOrEqual(0.1);
      const shape = (photo.crop.width * 1640) / (photo.crop.height * 1000);
      expect(shape).toBeCloseTo(photo.box.width / photo.box.height, 6);
    }
  });

  it('that cannot find room are an error', () => {
    const figures = [figureBox({ lines: 70 })];
    expect(lay(pageBox([storyBox({ body: textOfLines(100), figures })])).diagnostics[0]!.code).toBe(
      'no-room',
    );
  });
});

describe('heads', () => {
  const headline = (text: string) =>
    paragraphBox(text, {
      role: 'headline',
      align: 'center',
      size: 84,
      sizes: [84, 72, 56, 42],
      maxRows: 1,
      rowPitch: 100,
      runs: paragraphBox(text).runs.map((run) => ({ ...run, style: { ...run.style, size: 84 } })),
    });

  const sizeOf = (text: string): number => {
    const head = headBox([headline(text)]);
    const page = lay(pageBox([storyBox({ head, body: textOfLines(300) })])).made.pages[0]!;
    return page.lines.find((line) => line.role === 'headline')!.box.height;
  };

  it('take the largest size of the ladder in which they fit the width', () => {
    expect(sizeOf('国家建设发展经济工业园')).toBe(84);
    expect(sizeOf('国家建设发展经济工业园区')).toBe(72);
    expect(sizeOf('国家建设发展经济工业园区新闻大会')).toBe(56);
  });

  it('too long for the smallest size take rows of equal length', () => {
    const head = headBox([headline('国家建设发展经济工业园区新闻大会同志们年月日高质')]);
    const page = lay(pageBox([storyBox({ head, body: textOfLines(300) })])).made.pages[0]!;
    const rows = page.lines.filter((line) => line.role === 'headline');
    expect(rows.map((row) => [...row.text].length)).toEqual([12, 12]);
  });

  it('take whole lines of the grid', () => {
    const head = headBox([headline('国家建设')]);
    const { made } = lay(pageBox([storyBox({ head, body: textOfLines(300) })]));
    expect(pageFaults(made)).toEqual([]);
  });
});

describe('a head at the side', () => {
  const down = (text: string, sizes: readonly number[]) => {
    const size = sizes[0]!;
    const runs = paragraphBox(text).runs.map((run) => ({ ...run, style: { ...run.style, size } }));
    return paragraphBox(text, { role: 'headline', direction: 'down', runs, size, sizes, maxRows: 1 });
  };
  const byline = paragraphBox('本报记者 李振涛', { role: 'byline', align: 'center' });
  const side = (text: string, edge: 'left' | 'right') => {
    const head = { ...headBox([down(text, [90, 60, 40]), byline]), side: edge, background: 'k8' };
    const figures = Array.from({ length: 4 }, () => figureBox());
    return lay(pageBox([storyBox({ head, body: textOfLines(110), figures })])).made;
  };

  it.each(['left', 'right'] as const)(
    'stands in a column of its own at the %s, the text in the others',
    (edge) => {
      const made = side('国家建设发展经济', edge);
      expect(pageFaults(made)).toEqual([]);
      const page = made.pages[0]!;
      const headline = page.lines.find((line) => line.role === 'headline')!;
      const text = page.lines.filter((line) => line.role === 'paragraph');
      const beside = edge === 'left' ? text.map((l) => l.box.x) : text.map((l) => -(l.box.x + l.box.width));
      const own = edge === 'left' ? headline.box.x + headline.box.width : -headline.box.x;
      expect(headline.direction).toBe('down');
      expect(Math.min(...beside)).toBeGreaterThan(own);
    },
  );

  it('takes the largest size that fits the panel’s height', () => {
    const size = (text: string) =>
      side(text, 'left').pages[0]!.lines.find((l) => l.role === 'headline')!.box.width;
    expect(size('国家建设')).toBe(90);
    expect(size('国家建设发展经济工')).toBe(60);
  });

  it('is read before the text, the byline after the headline', () => {
    const roles = side('国家建设', 'left').structure[0]!.children.map((node) => node.role);
    expect(roles.slice(0, 3)).toEqual(['headline', 'byline', 'paragraph']);
  });
});

describe('stories one below the other', () => {
  it('are balanced: their columns end level but for the last', () => {
    const story = (id: string) => storyBox({ id, fill: 'balance', body: textOfLines(60) });
    const { made, diagnostics } = lay(pageBox([story('a'), story('b')]));
    expect(pageFaults(made)).toEqual([]);
    expect(diagnostics.map((d) => d.code)).toEqual(['page-short']);
    const heights = made.pages[0]!.blocks.filter((b) => b.role === 'story').map((b) => b.polygon[2]!.y);
    expect(new Set(heights).size).toBe(2);
  });

  it('beside a photo that is higher than the text end level, and say that the story is short', () => {
    const figures = [figureBox({ columns: 2, lines: 20, place: 'top-left' })];
    const story = storyBox({ fill: 'balance', body: textOfLines(20), figures });
    const { made, diagnostics } = lay(pageBox([story]));
    expect(pageFaults(made)).toEqual([]);
    expect(diagnostics.map((d) => d.code)).toContain('short');
    const ends = new Map<string, number>();
    for (const line of made.pages[0]!.lines.filter((l) => l.role === 'paragraph'))
      ends.set(line.block, line.baseline);
    const feet = [...ends.values()].slice(0, -1);
    expect(new Set(feet).size).toBe(1);
  });

  it('say that a photo is wider than the story', () => {
    const story = storyBox({ body: textOfLines(200), figures: [figureBox({ columns: 9 })] });
    expect(lay(pageBox([story])).diagnostics.map((d) => d.code)).toContain('photo-too-wide');
  });

  it('say so where the theme gave it its width', () => {
    const columnsAt = { file: 'page.hbs', start: 10, end: 21 };
    const story = storyBox({ body: textOfLines(200), figures: [figureBox({ columns: 9, columnsAt })] });
    const fault = lay(pageBox([story])).diagnostics.find(({ code }) => code === 'photo-too-wide');
    expect(fault?.span).toEqual(columnsAt);
    expect(fault?.hints[0]?.zh).toContain('模板');
  });

  it('keep subheads with their text', () => {
    const body = textOfLines(60).flatMap((p) => [subhead('国家建设'), p]);
    const { made } = lay(pageBox([storyBox({ fill: 'balance', body })]));
    expect(pageFaults(made)).toEqual([]);
    const lines = made.pages[0]!.lines;
    lines.forEach((line, k) => {
      if (line.role === 'subhead') expect(lines[k + 1]!.block).toBe(line.block);
    });
  });
});

describe('the way back', () => {
  it('every glyph of a page leads to its own character in the file it came from', () => {
    const files = new Map([
      ['t.hbs', '▲'],
      ['a.md', '图为工业园区，国家建设。'],
    ]);
    const [run] = paragraphBox('').runs;
    const caption = {
      ...paragraphBox('', { role: 'caption', align: 'left' }),
      runs: [...files].map(([file, text]) => ({
        ...run!,
        text,
        map: { file, runs: [{ at: 0, start: 0 }], end: text.length },
      })),
    };
    const story = storyBox({ body: textOfLines(280), figures: [figureBox({ caption })] });
    const page = lay(pageBox([story])).made.pages[0]!;
    const found = page.items.filter((item) => item.kind === 'glyphs' && item.role === 'caption');
    expect(found.length).toBe(2);
    for (const item of found) {
      if (item.kind !== 'glyphs') continue;
      for (const at of item.clusters) {
        expect(files.get(item.map.file)![offsetInFile(item.map, at)]).toBe(item.text[at]);
      }
    }
  });
});

it('the hyphen of a parted word is a soft one to readers of PDF, and no character of the author’s', () => {
  const text = 'International communication of typographical information. '.repeat(4).trim();
  const { made } = lay(pageBox([storyBox({ body: [paragraphBox(text)], fill: 'balance' })]));
  const runs = made.pages[0]!.items.flatMap((item) => (item.kind === 'glyphs' ? [item] : []));
  const parted = runs.filter((run) => run.text.endsWith('\u00ad'));
  expect(parted.length).toBeGreaterThan(0);
  for (const run of parted) expect(run.clusters.at(-1)).toBe(run.text.length - 1);
  const read = runs.map((run) => run.text).join('');
  expect(read.replace(/[\u00ad\s]/g, '')).toBe(text.replace(/\s/g, ''));
});
