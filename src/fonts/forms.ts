/** An open font → the forms its features give to marks, digits and letters, and its kerning. */

import type { Font, TypeFeatures } from '@pdf-lib/fontkit';
import type { Feature, Form } from './face.ts';
import type { Program } from './program.ts';

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
  const pair = soleGlyph(font, DASH_PAIR, ['fwid']);
  if (pair !== null) forms.set(`fwid:${DASH_PAIR}`, measure(pair, 'fwid'));
  for (const text of LIGATURES) {
    const gid = soleGlyph(font, text, ['liga']);
    if (gid !== null) forms.set(`liga:${text}`, measure(gid, 'liga'));
  }
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

function measurer(program: Program): (gid: number, feature: Feature) => Form {
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
 * A character is laid out with every other in turn (`A?A!A…`): one call gives both orders of 95 pairs.
 */
export function measureKerning(font: Font, program: Program): Map<number, number> {
  const kern = new Map<number, number>();
  const scale = scaleOf(program);
  for (const left of ASCII) {
    const { glyphs, positions } = font.layout(left + ASCII.map((right) => right + left).join(''), {
      liga: false,
      kern: true,
    });
    for (let i = 0; i + 1 < glyphs.length; i++) {
      const moved = scale(positions[i]!.xAdvance - program.advance(glyphs[i]!.id));
      if (moved !== 0) kern.set(glyphs[i]!.id * 0x10000 + glyphs[i + 1]!.id, moved);
    }
  }
  return kern;
}
