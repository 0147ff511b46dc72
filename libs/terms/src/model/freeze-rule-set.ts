import { checksumOf } from '#libs/platform/canonical-json';
import { deepFreeze } from './deep-freeze.js';
import type { RuleSet } from './rule-set.js';

/** A rule set as it stood at the announcement. `sha256` is taken over the canonical JSON of `ruleSet`. */
export interface FrozenRuleSet {
  readonly ruleSet: RuleSet;
  readonly sha256: string;
}

/** A deep-frozen copy with its hash: later edits of the preset do not reach an announced competition (rule 1). */
export function freezeRuleSet(ruleSet: RuleSet): FrozenRuleSet {
  const copy = deepFreeze(structuredClone(ruleSet));
  return Object.freeze({ ruleSet: copy, sha256: checksumOf(copy) });
}

/** True when a stored rule set is still the one that was frozen, whatever order the database keeps its keys in. */
export function isUntouched(frozen: FrozenRuleSet): boolean {
  return checksumOf(frozen.ruleSet) === frozen.sha256;
}
