/** A finished issue with its licence in → the rules of form that it is under, each kept or not, and what is wrong, out. */

import type { Issue } from '../content/issue.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { Made } from '../layout/page.ts';
import { cnRules } from './cn.ts';
import { internalRules } from './internal.ts';
import type { FormRule } from './rule.ts';

export type { FormRule } from './rule.ts';

/** Without a licence in house.yaml there is no rule. */
export function checkForm(
  issue: Issue,
  made: Made,
): { readonly rules: readonly FormRule[]; readonly diagnostics: readonly Diagnostic[] } {
  const { licence } = issue.house;
  const rules = licence === null ? [] : licence === 'cn' ? cnRules(issue, made) : internalRules(issue, made);
  return { rules, diagnostics: rules.flatMap(({ fault }) => fault ?? []) };
}
