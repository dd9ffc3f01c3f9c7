import { describe, expect, test } from 'vitest';
import { didYouMean, meantHint } from '../../src/diagnostics.ts';

const HEADS = ['引题', '主题', '标题', '副题', '提要'];
const SWITCH = ['on', '开', 'off', '关'];

describe('the name that a misspelt one meant', () => {
  test.each([
    ['headlin', ['headline', 'deck'], 'headline'],
    ['haedline', ['headline', 'deck'], 'headline'],
    ['Headline', ['headline', 'deck'], 'headline'],
    ['提耍', HEADS, '提要'],
    ['摄影者', ['图说', '摄影'], '摄影'],
  ])('%s', (name, known, meant) => {
    expect(didYouMean(name, known)).toBe(meant);
  });

  test.each([
    ['what is like none', 'colour', ['headline', 'deck']],
    ['two Latin letters', 'no', SWITCH],
    ['a single character', '行', ['栏']],
    ['several as near as each other', '右边', ['左上', '右上', '右下']],
    ['an empty name', '', SWITCH],
  ])('is not guessed from %s', (_, name, known) => {
    expect(didYouMean(name, known)).toBeNull();
  });
});

describe('the hint', () => {
  test('names all that are equally near', () => {
    expect(meantHint('右边', ['左上', '右上', '右下'])).toEqual([
      { zh: '是不是“右上”或“右下”？', en: 'Did you mean "右上" or "右下"?' },
    ]);
  });

  test('names the nearest alone', () => {
    expect(meantHint('headlines', ['headline', 'headlnies'])).toHaveLength(1);
    expect(meantHint('deckk', ['deck', 'desk'])[0]?.en).toBe('Did you mean "deck"?');
  });

  test('names none where all are: that is a list', () => {
    expect(meantHint('付题', HEADS)).toEqual([]);
  });
});
