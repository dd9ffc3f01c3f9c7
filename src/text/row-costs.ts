/**
 * The words of a head → what it costs to end a row behind each character: nothing behind a mark, little between
 * phrases, much within a phrase, more than any other fault within a word or number.
 *
 * The costs stand beside those of uneven rows in `rows.ts`, where 10 is hardly seen and 100 is ugly.
 */

import { type Word, wordsOf } from './words.ts';

/** From here on a break is a fault: a number from its 量词, a word. */
export const SPLIT = 600;
const WITHIN_WORD = 800;

const ENCLITICS = new Set('的地得了着过们等之吗呢吧啊者性化率量们'.split(''));
const ASPECTS = new Set('了着过'.split(''));
const CONJUNCTIONS = new Set('和 与 及 或 并 暨 以及 而 且 兼'.split(' '));
const PREPOSITIONS = new Set(
  '在 从 把 被 将 对 向 为 以 于 由 让 使 给 按 同 跟 往 至 到 用 靠 因 随 沿 当 自 据 比 赴 为了 对于 关于 按照 通过 根据 围绕 助 促'.split(
    ' ',
  ),
);
const ADVERBS = new Set(
  '不 没 未 再 又 也 还 都 就 才 正 已 均 将 更 最 很 太 可 要 能 会 应 须 必 共 齐 多 少 大 新 全 首 刚 即将 已经 正在 不再 怎样 如何 怎么 为何 何以 首次 再次 全部 共同 全面 深入 扎实 切实 持续 加快 着力 同比 环比 分别'.split(
    ' ',
  ),
);
/** What counts behind a number, and is one with it; with the words that jieba does not call 量词. */
const UNITS = new Set(
  '个 名 位 人 户 家 所 座 条 项 件 台 辆 架 艘 套 亩 公顷 斤 公斤 千克 吨 米 公里 千米 里 厘米 毫米 平方米 平方公里 立方米 升 千瓦 千瓦时 度 元 万元 亿元 美元 角 分 年 月 日 号 天 周 时 点 分 分钟 小时 秒 岁 届 次 期 批 场 轮 级 层 楼 倍 成 折 头 只 匹 株 棵 篇 部 本 册 幅 张 份 枚 把 支 种 类 款 道 对 双 万 亿 千 百 余 多 万亩 亿吨 万吨 万人 万户 人次 万人次 村 镇 乡 县 市 省 国 校 路 班 车 会 强 大 步 代 组 团 队 连 营 百分点 个百分点'.split(
    ' ',
  ),
);
const NUMERAL = /^[〇零一二三四五六七八九十百千万亿两几数第近超逾约上]+$/;

/** A mark that parts a sentence is where a row would end by itself: it makes up for some unevenness. */
const PARTS = -8;

/** Behind a mark. Opening ones are never behind which a row ends. */
const MARKS: Readonly<Record<string, number>> = {
  '，': PARTS,
  '；': PARTS,
  '。': PARTS,
  '！': PARTS,
  '？': PARTS,
  '：': PARTS,
  '—': 12,
  '…': 6,
  '、': 12,
  '·': 400,
  '～': 200,
  '-': 200,
  '／': 60,
};
const BLANK = /[ \u3000\u00a0\u2002\u2003]/;
const OPENING = '“‘（(《〈「『【〔［';
const CLOSING = '”’）)》〉」』】〕］';

/** What a break within a pair of marks costs beyond its own: titles and quoted words are one name. */
const WITHIN: Readonly<Record<string, number>> = {
  '《': 200,
  '〈': 200,
  '“': 100,
  '‘': 100,
  '『': 100,
  '「': 100,
  '（': 70,
  '(': 70,
  '【': 200,
};
/** Longer ones are sentences. */
const SHORT_PAIR = 14;

/** Verbs' complements: 连起, 走进. */
const COMPLEMENTS = new Set('起来去上下出到进回开成好完住'.split(''));

/** Heads that were looked at: each is tried at every size of its ladder. */
const known = new Map<string, Float64Array>();
const KNOWN_MOST = 500;

/** One entry a place in the text: the cost of ending a row before the character there. */
export function rowCosts(text: string): Float64Array {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= KNOWN_MOST) known.clear();
  const costs = costsOf(text);
  known.set(text, costs);
  return costs;
}

function costsOf(text: string): Float64Array {
  const costs = new Float64Array(text.length + 1).fill(WITHIN_WORD);
  const words = wordsOf(text);
  words.forEach((word, k) => {
    const next = words[k + 1];
    if (next !== undefined) costs[word.end] = between(words, k, word, next);
  });
  costs[text.length] = 0;
  addPairs(costs, text);
  addStumps(costs, text);
  return costs;
}

/** What parts a sentence: a row does not end two characters behind one, or before one. */
const STRONG = '，；：。！？ \u3000';
const STUMP = 25;

function addStumps(costs: Float64Array, text: string): void {
  for (let at = 1; at < text.length; at++) {
    const isBehindMark = STRONG.includes(text[at - 1]!);
    if (isBehindMark) continue;
    const before = [...text.slice(Math.max(0, at - 3), at)].some((mark) => STRONG.includes(mark));
    const behind = [...text.slice(at, at + 3)].some((mark) => STRONG.includes(mark));
    costs[at]! += (before ? STUMP : 0) + (behind ? STUMP : 0);
  }
}

function addPairs(costs: Float64Array, text: string): void {
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (OPENING.includes(text[at]!)) open.push(at);
    if (!CLOSING.includes(text[at]!)) continue;
    const from = open.pop();
    if (from === undefined || at - from > SHORT_PAIR) continue;
    for (let k = from + 1; k <= at; k++) costs[k]! += WITHIN[text[from]!] ?? 0;
  }
}

function between(words: readonly Word[], k: number, first: Word, second: Word): number {
  if (first.tag === 'w' || second.tag === 'w') return besideMark(words, k, first, second);
  if (isCounted(first) && isUnit(second)) return SPLIT;
  if (isName(words, k)) return 250;
  if (ENCLITICS.has(second.text) || second.tag.startsWith('u')) return 400;
  if (first.text.length === 1 && COMPLEMENTS.has(second.text)) return 250;
  if ('好完成'.includes(second.text) && isVerb(first)) return 200;
  const base = bySpeech(first, second);
  // 看全县|一年来怎样: what a short verb governs stands with what that does.
  const governed = k > 0 && words[k - 1]!.text.length === 1 && words[k - 1]!.tag === 'v' ? 15 : 0;
  // A row that ends with a verb of one character, or begins with the suffix of a noun, hangs in the air.
  const hanging = first.text.length === 1 && /^[vadpcrmq?]|zg/.test(first.tag) ? 25 : 0;
  const suffix = second.text.length === 1 && /^[nkgzfsjt?]/.test(second.tag) && isNounLike(first) ? 110 : 0;
  const prefix = first.text.length === 1 && isNounLike(first) && isNounLike(second) ? 40 : 0;
  return base + governed + hanging + suffix + prefix;
}

function besideMark(words: readonly Word[], k: number, first: Word, second: Word): number {
  if (BLANK.test(first.text)) return PARTS;
  if (BLANK.test(second.text)) return SPLIT;
  if (first.text === '—' && second.text === '—') return SPLIT;
  if (first.text in MARKS) return MARKS[first.text]!;
  if (second.text === '—') return 0;
  if (CLOSING.includes(first.text)) return behindClosing(words, k, second);
  if (second.text === '（' || second.text === '(') return 120;
  if (OPENING.includes(second.text)) return first.tag === 'w' ? 10 : beforeOpening(first);
  return 40;
}

/** “放管服”改革 is one phrase, （濮阳）循环经济产业园 is not, nor is 《清河志》首发. */
function behindClosing(words: readonly Word[], k: number, second: Word): number {
  if (second.tag === 'w') return OPENING.includes(second.text) ? 15 : 10;
  if (ENCLITICS.has(second.text)) return 400;
  const isBracket = '）)】〕］'.includes(words[k]!.text);
  if (isBracket) return 6;
  return /^v/.test(second.tag) && second.tag !== 'vn' ? 14 : /^[pdc]/.test(second.tag) ? 14 : 60;
}

function beforeOpening(first: Word): number {
  if (PREPOSITIONS.has(first.text) || CONJUNCTIONS.has(first.text)) return 120;
  if (ADVERBS.has(first.text)) return 80;
  return /^v/.test(first.tag) ? 38 : 26;
}

function isCounted({ text, tag }: Word): boolean {
  return tag === 'm' || tag === 'mq' || NUMERAL.test(text);
}

function isUnit({ text, tag }: Word): boolean {
  // A second number in digits begins anew.
  return UNITS.has(text) || tag === 'q' || (/^m/.test(tag) && !/^\d/.test(text));
}

const SURNAMES = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄家封芮储靳邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎蓟薄印宿白怀蒲台从鄂索咸籍赖卓屠蒙池乔阴能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂牛寿通边扈燕冀尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终步都耿满弘匡国文寇广禄阙东欧沃利蔚越隆师巩聂晁勾敖融冷辛阚那简饶空曾沙养鞠须丰巢关相查后荆红游竺权盖益桓公'.split(
    '',
  ),
);

/** 刘|普|军: a surname and one or two characters that no word of more holds. */
function isName(words: readonly Word[], k: number): boolean {
  const single = (word: Word | undefined): boolean =>
    word?.text.length === 1 &&
    word.tag !== 'w' &&
    word.tag !== 'm' &&
    !word.tag.startsWith('u') &&
    !isLittle(word);
  if (!single(words[k]) || !single(words[k + 1])) return false;
  if (SURNAMES.has(words[k]!.text)) return true;
  return k > 0 && single(words[k - 1]) && SURNAMES.has(words[k - 1]!.text);
}

/** Of the words that hold a sentence together. */
function isLittle({ text, tag }: Word): boolean {
  return PREPOSITIONS.has(text) || CONJUNCTIONS.has(text) || ADVERBS.has(text) || /^[pcdvr]/.test(tag);
}

/** Names, nouns, and verbs used as such. */
function isNounLike({ tag }: Word): boolean {
  return /^(n|vn|an|j|l|i|s|z|r|b|k|g|x|\?)/.test(tag);
}

/** Two words side by side: how much they are one phrase. */
function bySpeech(first: Word, second: Word): number {
  if (first.text === '的' || first.text === '之') return 55;
  if (ASPECTS.has(first.text) || first.tag.startsWith('u')) return 30;
  if (CONJUNCTIONS.has(first.text)) return 130;
  if (first.tag === 'p' || PREPOSITIONS.has(first.text)) return 130;
  if (first.tag.startsWith('d') || ADVERBS.has(first.text)) return 110;
  if (CONJUNCTIONS.has(second.text)) return 30;
  if (second.tag === 'p' || PREPOSITIONS.has(second.text)) return 12;
  if (/^(nr|nrfg|nrt)$/.test(first.tag) && isNounLike(second)) return 80;
  if (/^(nr|nrfg|nrt)$/.test(second.tag) && isNounLike(first)) return 90;
  if (isCounted(first) || first.tag === 'q') return 70;
  if (first.tag === 'a' || first.tag === 'b' || first.tag === 'z') return 85;
  if (first.tag.startsWith('t')) return isVerb(second) ? 34 : 60;
  if (isVerb(first)) return isVerb(second) ? 42 : second.tag === 'd' ? 20 : 40;
  if (second.tag.startsWith('d') || ADVERBS.has(second.text)) return 12;
  if (second.tag.startsWith('t')) return 14;
  if (isVerb(second)) return 12;
  if (isCounted(second)) return 18;
  if (second.tag === 'f') return 130;
  if (first.tag === 'ns' || first.tag === 'j') return 60;
  return 48;
}

function isVerb({ tag }: Word): boolean {
  return tag.startsWith('v') && tag !== 'vn';
}
