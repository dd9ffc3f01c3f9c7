/** Drawn sheets of proofs → their PDF, in the proof's own colours and 黑体. */

import type { Issue, Swatch } from './content/issue.ts';
import { type FontLibrary, facesFor } from './fonts/face.ts';
import type { ProofSetting } from './layout/index.ts';
import type { Made, Page } from './layout/page.ts';
import type { ParagraphBox } from './markup/box.ts';
import { profileOf, USUAL_STYLE } from './markup/index.ts';
import { DamagedPicture, writePdf } from './pdf/index.ts';
import type { Pieces } from './pieces.ts';
import { plainParagraph } from './plain-paragraph.ts';

/** What a proof is written in, whatever the theme's own colours are. */
const SWATCHES: readonly (readonly [string, Swatch])[] = [
  ['proof-ink', { rgb: [70, 70, 70], cmyk: [0, 0, 0, 80] }],
  ['proof-pale', { rgb: [190, 190, 190], cmyk: [0, 0, 0, 25] }],
  ['proof-grave', { rgb: [200, 16, 32], cmyk: [0, 100, 90, 15] }],
  ['proof-slight', { rgb: [0, 90, 170], cmyk: [100, 55, 0, 10] }],
  ['proof-paper', { rgb: [255, 255, 255], cmyk: [0, 0, 0, 0] }],
];

export const COLOURS = {
  ink: 'proof-ink',
  pale: 'proof-pale',
  grave: 'proof-grave',
  slight: 'proof-slight',
  paper: 'proof-paper',
};

/** What the sheets of proofs are drawn with. */
export function proofSetting(fonts: FontLibrary): ProofSetting {
  return {
    tables: fonts.tables,
    paragraph: (text, size, swatch) => wordsParagraph(text, size, swatch, fonts),
    colours: COLOURS,
  };
}

export interface ProofFileJob {
  readonly id: string;
  /** Null where it could not be read. */
  readonly issue: Issue | null;
  readonly fonts: FontLibrary;
  readonly title: string;
  /** Blocks that a reader shows or hides, by their ids, and what they are called. */
  readonly layers: ReadonlyMap<string, string>;
}

/** Writes drawn sheets for the screen. */
export function writeProof(made: Made, { id, issue, fonts, title, layers }: ProofFileJob): Promise<Pieces> {
  return writeUndamaged(made, {
    target: 'screen',
    title,
    about: { id, paper: issue?.paper?.text ?? null, number: issue?.number?.text ?? null },
    date: issue?.date ?? NO_DATE,
    lang: 'zh-CN',
    swatches: new Map([...(issue?.theme.swatches ?? []), ...SWATCHES]),
    fonts,
    images: issue?.photos ?? new Map(),
    layers,
    press: null,
    archive: null,
  });
}

/** Of the file of an issue without a date that could be read: the first day that PDF can name without trouble. */
const NO_DATE = '1970-01-01';

/** A picture that cannot be drawn is an empty box: the fault is listed, the rest of the page is there. */
async function writeUndamaged(made: Made, job: Parameters<typeof writePdf>[1]): Promise<Pieces> {
  try {
    return await writePdf(made, job);
  } catch (error) {
    if (!(error instanceof DamagedPicture)) throw error;
    return writeUndamaged(withoutPicture(made, error.key), job);
  }
}

function withoutPicture(made: Made, key: string): Made {
  const pages = made.pages.map((page) => ({
    ...page,
    items: page.items.map((item): Page['items'][number] => {
      if (item.kind !== 'picture' || item.image !== key) return item;
      const { id, role, block, box } = item;
      const stroke = { width: 1, swatch: COLOURS.grave };
      return { kind: 'shape', id, role, block, box, radius: 0, fill: null, stroke };
    }),
  }));
  return { ...made, pages };
}

/** 黑体, as all that is not the paper's own text is set. */
function wordsParagraph(text: string, size: number, swatch: string, fonts: FontLibrary): ParagraphBox {
  const style = {
    faces: facesFor(fonts, ['黑'], 400),
    size,
    swatch,
    tracking: 0,
    spaceWidth: 0,
    rise: 0,
    lang: 'zh-CN',
  };
  const map = { file: '', runs: [{ at: 0, start: 0 }], end: text.length };
  return plainParagraph({
    role: 'text',
    runs: [{ text, map, style }],
    marks: [],
    size,
    profile: profileOf(USUAL_STYLE),
    align: 'left',
    indent: 0,
    span: { file: '', start: 0, end: 0 },
  });
}
