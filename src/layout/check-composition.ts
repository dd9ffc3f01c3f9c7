/** A page plan as placed → the warnings an editor would give its composition, without those that it silences. */

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

/**
 * Only pages whose blocks all have a place are checked: what flows is where its template has it.
 * `standings`: null where the page has a fault.
 */
export function checkComposition(
  page: PageBox,
  standings: readonly Standing[] | null,
  banners: readonly StandingHead[],
): Composed {
  const isPlan = page.blocks.length > 0 && page.blocks.every(({ place }) => place !== null);
  if (!isPlan || page.layout === 'off' || standings === null) return { diagnostics: [], silenced: [] };
  const owners = ownersOf(page);
  const found = [
    ...checkHeads(page, standings, banners, owners),
    ...(page.layout === 'traditional' ? checkCuts(page, owners) : []),
    ...checkFlow(page, standings, owners),
  ];
  const diagnostics: Diagnostic[] = [];
  const silenced: Silenced[] = [];
  for (const diagnostic of found) {
    const silence = page.silence.find(({ check }) => check === diagnostic.code);
    if (silence === undefined) diagnostics.push(diagnostic);
    else silenced.push({ page: page.label, diagnostic, reason: silence.reason });
  }
  return { diagnostics, silenced };
}
