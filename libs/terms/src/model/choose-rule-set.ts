import type { RuleSet } from './rule-set.js';
import { presetRuleSets } from './preset-rule-sets.js';

/**
 * The preset that is offered for an announcement made on a Kyiv day (rule 2). Null when no preset covers that day:
 * the officer then chooses one by hand or writes an own procedure.
 */
export function chooseRuleSet(announcedOn: string, presets: readonly RuleSet[] = presetRuleSets()): RuleSet | null {
  return presets.find((preset) => covers(preset, announcedOn)) ?? null;
}

function covers({ validFrom, validUntil }: RuleSet, day: string): boolean {
  // A set without a first day is an authority's own procedure: it is only ever chosen by hand.
  if (validFrom === null) return false;
  return validFrom <= day && (validUntil === null || day <= validUntil);
}
