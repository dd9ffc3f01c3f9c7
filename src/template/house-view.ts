/** The facts of house.yaml → what templates see of them, and by which names. */

import type { House, HouseFact, RichProse } from '../content/issue.ts';
import type { ListView, MarkedText, PhotoView } from './view-parts.ts';

/** A fact of two words is named in one. */
export const FACT_NAMES = {
  name: 'name',
  cn: 'cn',
  'postal-code': 'postalCode',
  supervisor: 'supervisor',
  sponsor: 'sponsor',
  publisher: 'publisher',
  address: 'address',
  postcode: 'postcode',
  website: 'website',
  printer: 'printer',
  'printer-address': 'printerAddress',
  distributor: 'distributor',
  distribution: 'distribution',
  price: 'price',
  permit: 'permit',
  compiler: 'compiler',
  recipients: 'recipients',
  'print-date': 'printDate',
  'print-run': 'printRun',
} as const satisfies Record<HouseFact, string>;

type FactName = (typeof FACT_NAMES)[HouseFact];

export type HouseView = Readonly<Record<FactName, MarkedText | null>> & {
  readonly licence: 'cn' | 'internal' | null;
  readonly phones: ListView<MarkedText>;
  readonly artwork: PhotoView | null;
};

/** What makes texts and pictures of content into what templates see. */
export interface Viewing {
  readonly text: (path: string, prose: RichProse | null) => MarkedText | null;
  readonly list: (path: string, proses: readonly RichProse[]) => ListView<MarkedText>;
  readonly photo: (path: string, photo: NonNullable<House['artwork']>) => PhotoView;
}

export function houseView(house: House, { text, list, photo }: Viewing): HouseView {
  const facts = Object.fromEntries(
    Object.entries(FACT_NAMES).map(([fact, name]) => [
      name,
      text(`house.${name}`, house.facts[fact as HouseFact]),
    ]),
  ) as Record<FactName, MarkedText | null>;
  return {
    ...facts,
    licence: house.licence,
    phones: list('house.phones', house.phones),
    artwork: house.artwork === null ? null : photo('house.artwork', house.artwork),
  };
}
