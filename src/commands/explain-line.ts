/** A line of `fit` → a sentence on what was done to it and why it ends there. */

import { type Message, message } from '../diagnostics.ts';
import type { FitLine } from '../fit.ts';

type Adjustment = FitLine['adjust'][number];

const KINDS: Readonly<Record<Adjustment['kind'], Message>> = {
  space: message('西文词距', 'word spaces'),
  dot: message('间隔号', 'interpuncts'),
  bracket: message('括号、引号', 'brackets and quotes'),
  comma: message('逗、顿、分、冒号', 'commas and colons'),
  gap: message('汉西间距', 'Han–Latin gaps'),
  stop: message('句、问、叹号', 'full stops'),
  between: message('字间', 'gaps'),
  letters: message('断开的单词或网址内', 'letters of what is split'),
};

const HANGS = message('行末的点号悬挂在版口外', 'the last mark hangs past the end of the line');

export function explainLine({ width, measure, hung, adjust, end, choices }: FitLine): Message {
  const parts = [
    message(
      `自然宽 ${shown(width)} 字，行长 ${shown(measure)} 字`,
      `natural width ${shown(width)} of ${shown(measure)} em`,
    ),
    ...adjust.map(adjustment),
    ...(hung > 0 ? [HANGS] : []),
    reason(end),
    ...neighbours(choices),
  ];
  return message(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '));
}

function adjustment({ kind, places, each }: Adjustment): Message {
  const { zh, en } = KINDS[kind];
  const amount = shown(Math.abs(each));
  return each < 0
    ? message(`${zh} ${places} 处，各挤 ${amount} 字`, `${en}: ${places} squeezed by ${amount} em each`)
    : message(`${zh} ${places} 处，各撑 ${amount} 字`, `${en}: ${places} stretched by ${amount} em each`);
}

/** What it would have cost to end the line one place earlier or later; nothing of the last one. */
function neighbours({ cost, earlier, later }: FitLine['choices']): readonly Message[] {
  if (earlier === null && later === null) return [];
  const here = message(`代价 ${Math.round(cost)}`, `cost ${Math.round(cost)}`);
  const before =
    earlier === null
      ? []
      : [
          message(
            `「${earlier.text}」移到下行则${price(earlier).zh}`,
            `"${earlier.text}" in the next line: ${price(earlier).en}`,
          ),
        ];
  const behind =
    later === null
      ? []
      : [
          message(
            `「${later.text}」收进来则${price(later).zh}`,
            `"${later.text}" in this one: ${price(later).en}`,
          ),
        ];
  return [here, ...before, ...behind];
}

function price({ cost, over }: NonNullable<FitLine['choices']['later']>): Message {
  return cost === null
    ? message(`挤到头还多 ${shown(over / 1000)} 字`, `${shown(over / 1000)} em too much`)
    : message(`代价 ${Math.round(cost)}`, `cost ${Math.round(cost)}`);
}

function reason(end: FitLine['end']): Message {
  switch (end.kind) {
    case 'last':
      return message('段末', 'the paragraph ends');
    case 'full':
      return message('排满', 'nothing more has room');
    case 'not-at-start':
      return message(`「${end.mark}」不能居行首`, `"${end.mark}" may not begin a line`);
    case 'not-at-end':
      return message(`「${end.mark}」不能居行末`, `"${end.mark}" may not end a line`);
    case 'unit':
      return message(`「${end.unit}」不能拆开`, `"${end.unit}" may not be split`);
    case 'even':
      return message('为全段各行匀称，提前断行', 'ended early so that the lines come out evenly');
    case 'hyphen':
      return message('英文单词用连字符断开', 'a word parts with a hyphen');
    case 'address-mark':
      return message(`网址在「${end.mark}」后断开`, `an address is split behind "${end.mark}"`);
    case 'address':
      return message('网址排不下，在字母之间断开', 'an address is split between letters');
    case 'word-split':
      return message('单词或数字排不下，只好拆开', 'a word or number that has no room is split');
    case 'rule-broken':
      return message('行太短，只好违反避头尾规则', 'the line is too short to keep the rules');
  }
}

function shown(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
