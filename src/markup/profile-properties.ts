/** The properties of styles.css that say which rules of setting a text follows; together they are its profile. */

import type { ProfileWord } from '../content/issue.ts';
import { type Message, message } from '../diagnostics.ts';
import type { MarkWidths, Profile, Prohibition, Region } from './box.ts';
import type { ElementName } from './elements.ts';
import { readAutospace } from './readers.ts';
import { oneOf, onOff, type Reader } from './values.ts';

export interface Property<T> {
  readonly read: Reader<T>;
  readonly initial: T;
  /** `null`: inherited, and may be declared on any element. */
  readonly on: readonly ElementName[] | null;
  /** What it takes, for the hint. */
  readonly takes: Message;
}

export interface ProfileStyle {
  readonly punctuation: MarkWidths;
  readonly region: Region;
  readonly 'line-break': Prohibition;
  readonly autospace: number;
  readonly 'trim-start': boolean;
  readonly 'hanging-punctuation': 'none' | 'allow-end';
  readonly numerals: 'turned' | 'han';
  readonly 'word-break': 'normal' | 'keep-all';
}

export const PROFILE_PROPERTIES: { readonly [K in keyof ProfileStyle]: Property<ProfileStyle[K]> } = {
  punctuation: {
    read: oneOf(['quanjiao', 'kaiming', 'hangmobanjiao', 'banjiao', 'plain']),
    initial: 'quanjiao',
    on: null,
    takes: message(
      'quanjiao 全角、kaiming 开明、hangmobanjiao 行末半角、banjiao 半角、plain 原样',
      'quanjiao, kaiming, hangmobanjiao, banjiao, plain',
    ),
  },
  region: {
    read: oneOf(['mainland', 'hongkong', 'taiwan']),
    initial: 'mainland',
    on: null,
    takes: message(
      'mainland 大陆、hongkong 香港、taiwan 台湾：点号居中，不挤压连续标点',
      'mainland; hongkong, taiwan: points in the middle of their cells, pairs not squeezed',
    ),
  },
  'line-break': {
    read: oneOf(['gb', 'basic', 'strict', 'none', 'css-strict', 'css-normal', 'css-loose']),
    initial: 'gb',
    on: null,
    takes: message(
      'gb、basic、strict、none、css-strict、css-normal、css-loose',
      'gb, basic, strict, none, css-strict, css-normal, css-loose',
    ),
  },
  autospace: {
    read: readAutospace,
    initial: 0,
    on: null,
    takes: message('中西文之间的空，0、0.125em、0.25em', 'the gap between Han and Latin: 0, 0.125em, 0.25em'),
  },
  'trim-start': { read: onOff(), initial: true, on: null, takes: message('on、off', 'on, off') },
  'hanging-punctuation': {
    read: oneOf(['none', 'allow-end']),
    initial: 'none',
    on: null,
    takes: message(
      'none，或 allow-end 排不下的逗号、顿号、句号悬挂在行尾之外',
      'none, or allow-end: ， 、 。 that have no room hang past the end of their line',
    ),
  },
  numerals: {
    read: oneOf(['turned', 'han']),
    initial: 'turned',
    on: null,
    takes: message(
      '竖排里四位以上的数字：turned 转个方向，han 改成汉字（二〇二六）',
      'numbers of four digits and more in lines that run down: turned, or han for 二〇二六',
    ),
  },
  'word-break': {
    read: oneOf(['normal', 'keep-all']),
    initial: 'normal',
    on: null,
    takes: message('normal，或 keep-all 只在空格处换行', 'normal, or keep-all: lines end at blanks only'),
  },
};

/** The style of a text of which nothing is said. */
export const USUAL_STYLE: ProfileStyle = {
  punctuation: PROFILE_PROPERTIES.punctuation.initial,
  region: PROFILE_PROPERTIES.region.initial,
  'line-break': PROFILE_PROPERTIES['line-break'].initial,
  autospace: PROFILE_PROPERTIES.autospace.initial,
  'trim-start': PROFILE_PROPERTIES['trim-start'].initial,
  'hanging-punctuation': PROFILE_PROPERTIES['hanging-punctuation'].initial,
  numerals: PROFILE_PROPERTIES.numerals.initial,
  'word-break': PROFILE_PROPERTIES['word-break'].initial,
};

/** What the words of `profile:` say, as a style sheet would. */
const SAYS: Readonly<Record<ProfileWord, Partial<ProfileStyle>>> = {
  gb: { 'line-break': 'gb' },
  basic: { 'line-break': 'basic' },
  strict: { 'line-break': 'strict' },
  'no-prohibition': { 'line-break': 'none' },
  'css-strict': { 'line-break': 'css-strict' },
  'css-normal': { 'line-break': 'css-normal' },
  'css-loose': { 'line-break': 'css-loose' },
  quanjiao: { punctuation: 'quanjiao' },
  kaiming: { punctuation: 'kaiming' },
  hangmobanjiao: { punctuation: 'hangmobanjiao' },
  banjiao: { punctuation: 'banjiao' },
  plain: { punctuation: 'plain' },
  mainland: { region: 'mainland' },
  hongkong: { region: 'hongkong' },
  taiwan: { region: 'taiwan' },
  'gap-0': { autospace: 0 },
  'gap-1/8': { autospace: 125 },
  'gap-1/4': { autospace: 250 },
  'trim-start': { 'trim-start': true },
  'no-trim-start': { 'trim-start': false },
  hanging: { 'hanging-punctuation': 'allow-end' },
  'no-hanging': { 'hanging-punctuation': 'none' },
  'turned-numerals': { numerals: 'turned' },
  'han-numerals': { numerals: 'han' },
};

export function styleOfWords(words: readonly ProfileWord[]): Partial<ProfileStyle> {
  return Object.assign({}, ...words.map((word) => SAYS[word]));
}

/**
 * A style's rules by name: its level of prohibition, then the words of what else is not as usual. The same style
 * has the same name, whoever says it.
 */
export function nameOf(style: ProfileStyle): string {
  const level = style['line-break'];
  const unusual = PROFILE_NAMES.filter((name) => name !== 'line-break' && style[name] !== USUAL_STYLE[name]);
  return [level, ...unusual.map((name) => wordFor(name, style[name]))].join(' ');
}

const PROFILE_NAMES = Object.keys(USUAL_STYLE) as readonly (keyof ProfileStyle)[];

/** Its value itself where `profile:` has no word for it. */
function wordFor(name: keyof ProfileStyle, value: ProfileStyle[keyof ProfileStyle]): string {
  const said = Object.entries(SAYS).find(([, style]) => style[name] === value);
  return said?.[0] ?? String(value);
}

export function profileOf(style: ProfileStyle): Profile {
  return {
    prohibition: style['line-break'],
    marks: style.punctuation,
    region: style.region,
    autospace: style.autospace,
    trimStart: style['trim-start'],
    hanging: style['hanging-punctuation'] === 'allow-end',
    keepAll: style['word-break'] === 'keep-all',
  };
}
