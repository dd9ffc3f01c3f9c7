/** A page plan as placed → the warnings an editor would give its composition; warnings → those not silenced. */

import type { Diagnostic } from '../diagnostics.ts';
import type { PageBox } from '../markup/box.ts';
import { checkCuts } from './check-cuts.ts';
import { checkFlow } from './check-flow.ts';
import { checkHeads } from './check-heads.ts';
import { ownersOf } from './owners.ts';
import type { Standing, StandingHead } from './standing.ts';

/** A warning that a page does without. */
export interface Silenced {
  readonly page: string;
  readonly diagnostic: Diagnostic;
  readonly reason: string | null;
}

export interface Composed {
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
}

/** The warnings without those that the page silences. */
export function unsilenced({ label, silence }: PageBox, found: readonly Diagnostic[]): Composed {
  const diagnostics: Diagnostic[] = [];
  const silenced: Silenced[] = [];
  for (const diagnostic of found) {
    const silent = silence.find(({ check }) => check === diagnostic.code);
    if (silent === undefined) diagnostics.push(diagnostic);
    else silenced.push({ page: label, diagnostic, reason: silent.reason });
  }
  return { diagnostics, silenced };
}

/** Only pages whose blocks all have a place are checked: what flows is where its template has it. */
export function checkComposition(
  page: PageBox,
  standings: readonly Standing[],
  banners: readonly StandingHead[],
): readonly Diagnostic[] {
  const isPlan = page.blocks.length > 0 && page.blocks.every(({ place }) => place !== null);
  if (!isPlan || page.layout === 'off') return [];
  const owners = ownersOf(page);
  return [
    ...checkHeads(page, standings, banners, owners),
    ...(page.layout === 'traditional' ? checkCuts(page, owners) : []),
    ...checkFlow(page, standings, owners),
  ];
}
