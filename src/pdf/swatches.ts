/** Colours by name → the operators that set them, for the screen and for the press. */

import type { Swatch } from '../content/issue.ts';
import type { Paint } from '../images/image.ts';
import { pdfNumbers } from './number.ts';

/** `text`: for glyphs and thin lines of curves; `fill`: for areas. */
export interface Colours {
  readonly text: (swatch: string) => string;
  readonly fill: (swatch: string) => string;
  readonly stroke: (swatch: string) => string;
  /** The colour of a drawing, which has no name. */
  readonly paint: (rgb: Paint['rgb'], use: Use) => string;
  /** Before a picture; empty if there is nothing to set. */
  readonly picture: string;
  /** Of every page: dictionaries by the names that the operators use. */
  readonly states: Readonly<Record<string, object>>;
}

type Use = 'fill' | 'stroke';

/**
 * For the screen: RGB, and grey where the three are equal.
 * The functions throw an Error for a name that is not among the swatches: stage ③ lets none through.
 */
export function screenColours(swatches: ReadonlyMap<string, Swatch>): Colours {
  const fill = (name: string): string => screenColour(known(swatches, name).rgb, 'fill');
  return {
    text: fill,
    fill,
    stroke: (name) => screenColour(known(swatches, name).rgb, 'stroke'),
    paint: screenColour,
    picture: '',
    states: {},
  };
}

function screenColour([red, green, blue]: Paint['rgb'], use: Use): string {
  const [grey, rgb] = use === 'fill' ? ['g', 'rg'] : ['G', 'RG'];
  if (red === green && green === blue) return `${pdfNumbers(red / 255)} ${grey}`;
  return `${pdfNumbers(red / 255, green / 255, blue / 255)} ${rgb}`;
}

const OVERPRINT = 'Over';
const KNOCK_OUT = 'Out';

/** Where nothing is said of overprint, mode 1 leaves the plates of inks that are 0 % as they are (ISO 32000-1, 8.6.7). */
const STATES = {
  [OVERPRINT]: { Type: 'ExtGState', OP: true, op: true, OPM: 1 },
  [KNOCK_OUT]: { Type: 'ExtGState', OP: false, op: false, OPM: 1 },
};

/**
 * For the press: CMYK. Text and rules of black alone are printed over what lies below them: no plate out of
 * register shows paper round them. An area of black knocks out, or what it covers would show through.
 */
export function pressColours(swatches: ReadonlyMap<string, Swatch>, inkLimit: number): Colours {
  const fine = (name: string, use: Use): string => {
    const { cmyk } = known(swatches, name);
    return `/${isBlack(cmyk) ? OVERPRINT : KNOCK_OUT} gs\n${inkColour(cmyk, use)}`;
  };
  return {
    text: (name) => fine(name, 'fill'),
    fill: (name) => `/${KNOCK_OUT} gs\n${inkColour(known(swatches, name).cmyk, 'fill')}`,
    stroke: (name) => fine(name, 'stroke'),
    paint: (rgb, use) => inkColour(inksOf(rgb, inkLimit), use),
    picture: `/${KNOCK_OUT} gs\n`,
    states: STATES,
  };
}

function known(swatches: ReadonlyMap<string, Swatch>, name: string): Swatch {
  const swatch = swatches.get(name);
  if (swatch === undefined) throw new Error(`no swatch ${name}`);
  return swatch;
}

type Inks = Swatch['cmyk'];

function isBlack([c, m, y, k]: Inks): boolean {
  return c + m + y === 0 && k === 100;
}

function inkColour(cmyk: Inks, use: Use): string {
  return `${pdfNumbers(...cmyk.map((percent) => percent / 100))} ${use === 'fill' ? 'k' : 'K'}`;
}

/** Grey is black alone; of other colours all that is grey in them is black. Within the limit of ink. */
function inksOf([red, green, blue]: Paint['rgb'], limit: number): Inks {
  const light = Math.max(red, green, blue);
  const black = (1 - light / 255) * 100;
  const inks = [red, green, blue].map((value) => (light === 0 ? 0 : ((light - value) / light) * 100));
  const sum = inks.reduce((all, each) => all + each, 0);
  const scale = sum + black > limit ? (limit - black) / sum : 1;
  const [cyan, magenta, yellow] = inks.map((each) => each * scale);
  return [cyan!, magenta!, yellow!, black];
}
