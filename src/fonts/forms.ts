/** An open font → the forms its features give to marks, digits and letters, and its kerning. */

import type { Font, TypeFeatures } from '@pdf-lib/fontkit';
import type { Feature, Form } from './face.ts';
import type { Program } from './program.ts';
import { STAND_INS } from './stand-ins.ts';
import { readVariations } from './variations.ts';

/** Printable ASCII. */
const ASCII = Array.from({ length: 0x5f }, (_, i) => String.fromCharCode(0x20 + i));

/** What a newspaper sets besides Han and ASCII and what a font may turn, widen or narrow. */
const MARKS = Array.from(
  '·—–―…‥‘’“”‚„‹›«»‧•′″‰※°±×÷§¥€£©®™←↑→↓↔↕℃№½¼¾' +
    '、。〃々〈〉《》「」『』【】〒〓〔〕〖〗〘〙〚〛〜〝〞〟〰・ー゠' +
    '！＂＃＄％＆＇（）＊＋，－．／：；＜＝＞？＠［＼］＾＿｀｛｜｝～｟｠￥￠￡￣｡｢｣､･⸺' +
    'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ㍿㎡㎏',
);

/** Two ems in one: 破折号 must be one unbroken stroke (GB/T 15834—2011, 4.13 and 5.1.5). */
const DASH_PAIR = '——';

const LIGATURES = ['ff', 'fi', 'fl', 'ffi', 'ffl'];

const FEATURES: readonly { readonly feature: Feature; readonly tags: readonly (keyof TypeFeatures)[] }[] = [
  { feature: 'fwid', tags: ['fwid'] },
  { feature: 'hwid', tags: ['hwid'] },
  { feature: 'pwid', tags: ['pwid'] },
  { feature: 'vert', tags: ['vert'] },
  { feature: 'fwid+vert', tags: ['fwid', 'vert'] },
];

/** By `feature:text`, only where a feature makes a difference. Measures in 1/1000 em. */
export function measureForms(font: Font, program: Program): Map<string, Form> {
  const forms = new Map<string, Form>();
  const measure = measurer(program);
  for (const { feature, tags } of FEATURES) {
    for (const text of [...ASCII, ...MARKS]) {
      const plain = font.glyphForCodePoint(text.codePointAt(0)!).id;
      const gid = plain === 0 ? null : soleGlyph(font, text, tags);
      if (gid !== null && gid !== plain) forms.set(`${feature}:${text}`, measure(gid, feature));
    }
  }
  dropRepeats(forms);
  for (const { feature, tags } of FEATURES) {
    const gid = soleGlyph(font, DASH_PAIR, tags);
    if (gid !== null && tags.includes('fwid')) forms.set(`${feature}:${DASH_PAIR}`, measure(gid, feature));
  }
  for (const text of LIGATURES) {
    const gid = soleGlyph(font, text, ['liga']);
    if (gid !== null) forms.set(`liga:${text}`, measure(gid, 'liga'));
  }
  addStandIns(forms, font, measure);
  addVariations(forms, font, { program, measure });
  return forms;
}

/** `fwid+vert` is kept only where it is neither of the two alone: the dash, whose `vert` needs `fwid` first. */
function dropRepeats(forms: Map<string, Form>): void {
  for (const [name, form] of forms) {
    const [feature, text] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
    if (feature !== 'fwid+vert') continue;
    if ([forms.get(`fwid:${text}`), forms.get(`vert:${text}`)].some((one) => one?.gid === form.gid)) {
      forms.delete(name);
    }
  }
}

/** Only where no feature has given that form, and the other character's glyph has the width it needs. */
function addStandIns(forms: Map<string, Form>, font: Font, measure: Measure): void {
  const gidOf = (text: string): number => font.glyphForCodePoint(text.codePointAt(0)!).id;
  for (const { feature, text, by, advance } of STAND_INS) {
    if (forms.has(`${feature}:${text}`) || forms.has(`fwid+${feature}:${text}`)) continue;
    const [gid, own] = [gidOf(by), gidOf(text)];
    if (gid === 0 || own === 0 || gid === own) continue;
    const form = measure(gid, feature);
    if (form.advance === advance) forms.set(`${feature}:${text}`, form);
  }
}

/** Those of characters that the font has; a selector's own glyph is of no use. */
function addVariations(
  forms: Map<string, Form>,
  font: Font,
  { program, measure }: { readonly program: Program; readonly measure: Measure },
): void {
  for (const { codePoint, selector, gid } of readVariations(program.table('cmap')!)) {
    const own = font.glyphForCodePoint(codePoint).id;
    const drawn = gid ?? own;
    if (own === 0 || drawn === 0 || drawn >= program.glyphCount) continue;
    forms.set(`uvs:${String.fromCodePoint(codePoint, selector)}`, measure(drawn, 'uvs'));
  }
}

type Measure = (gid: number, feature: Feature) => Form;

function measurer(program: Program): Measure {
  const scale = scaleOf(program);
  return (gid, feature) => {
    const down = feature === 'vert' || feature === 'fwid+vert';
    const [xMin, yMin, xMax, yMax] = program.box(gid);
    return {
      gid,
      advance: scale(down ? program.verticalAdvance(gid) : program.advance(gid)),
      box: [scale(xMin), scale(yMin), scale(xMax), scale(yMax)],
    };
  };
}

/** Font units → 1/1000 em. */
export function scaleOf(program: Program): (units: number) => number {
  return (units) => Math.round((units * 1000) / program.unitsPerEm);
}

/** The one glyph that a text becomes, or null where it becomes several, or the missing glyph. */
function soleGlyph(font: Font, text: string, tags: readonly (keyof TypeFeatures)[]): number | null {
  const { glyphs } = font.layout(text, [...tags]);
  return glyphs.length === 1 && glyphs[0]!.id !== 0 ? glyphs[0]!.id : null;
}

/**
 * All pairs of printable ASCII that the font moves, by `left × 65536 + right`, in 1/1000 em.
 *
 * A character is laid out with itself and each later one in turn (`AAABACA`): one call gives both orders.
 */
export function measureKerning(font: Font, program: Program): Map<number, number> {
  const kern = new Map<number, number>();
  if (program.table('GPOS') === null && program.table('kern') === null) return kern;
  const scale = scaleOf(program);
  ASCII.forEach((left, rank) => {
    const text =
      left +
      ASCII.slice(rank)
        .flatMap((right) => [right, left])
        .join('');
    const { glyphs, positions } = font.layout(text, { liga: false, kern: true });
    for (let i = 0; i + 1 < glyphs.length; i++) {
      const moved = scale(positions[i]!.xAdvance - program.advance(glyphs[i]!.id));
      if (moved !== 0) kern.set(glyphs[i]!.id * 0x10000 + glyphs[i + 1]!.id, moved);
    }
  });
  return kern;
}
