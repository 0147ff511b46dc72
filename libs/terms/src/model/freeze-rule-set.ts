import { createHash } from 'node:crypto';
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
  return Object.freeze({ ruleSet: copy, sha256: hashOf(copy) });
}

/** True when a stored rule set is still the one that was frozen, whatever order the database keeps its keys in. */
export function isUntouched(frozen: FrozenRuleSet): boolean {
  return hashOf(frozen.ruleSet) === frozen.sha256;
}

function hashOf(ruleSet: RuleSet): string {
  return createHash('sha256').update(canonicalJson(ruleSet)).digest('hex');
}

/** JSON with the keys of every object in code-point order: jsonb columns do not keep the order of writing. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isPlainObject(part) ? sortKeys(part) : part));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortKeys(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
