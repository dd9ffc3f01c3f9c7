import { describe, expect, it } from 'vitest';
import { GB, setText } from '../../support/paragraph.ts';

const HANGING = { profile: { ...GB, hanging: true } };

describe('行尾点号悬挂 (CLREQ #hanging_punctuation_marks_at_line_end)', () => {
  it.each([...'，、。'])('%s hangs past a line that its characters fill', (mark) => {
    const set = setText(`国家建设${mark}发展经济工业`, 4, HANGING);
    expect(set.texts).toEqual([`国家建设${mark}`, '发展经济', '工业']);
    expect(set.lines.map(({ natural, hung }) => [natural, hung])).toEqual([
      [4000, 500],
      [4000, 0],
      [2000, 0],
    ]);
  });

  it('is off without the option: the line ends before the character that would leave its mark behind', () => {
    const set = setText('国家建设，发展经济工业', 4);
    expect(set.texts[0]).toBe('国家建');
    expect(set.lines.every(({ hung }) => hung === 0)).toBe(true);
  });

  it.each([...'：；？！”）'])('%s does not hang', (mark) => {
    const set = setText(`国家建设${mark}发展经济工业`, 4, HANGING);
    expect(set.texts[0]).toBe('国家建');
    expect(set.lines[0]!.hung).toBe(0);
  });

  it('a mark that has room stands in its line', () => {
    const set = setText('国家建，发展经济工业', 4, HANGING);
    expect(set.texts[0]).toBe('国家建，');
    expect(set.lines[0]!.hung).toBe(0);
  });

  it('of two marks the last alone hangs', () => {
    const set = setText('国家建”。发展经济工业', 3.5, HANGING);
    expect(set.texts[0]).toBe('国家建”。');
    expect(set.lines[0]!.hung).toBe(500);
  });

  it('a line that runs down hangs its mark below', () => {
    const set = setText('国家建设，发展经济工业', 4, { ...HANGING, direction: 'down' });
    expect(set.texts[0]).toBe('国家建设，');
  });
});
