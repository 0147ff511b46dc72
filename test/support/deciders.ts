import { changeSlot, freezeRuleSet, presetRuleSet, type SlotValues } from '#libs/terms';

type Deciders = Pick<SlotValues, 'admissionBy' | 'awardBy' | 'publicVote'>;

/** Columns of a competition whose conditions say who decides otherwise than the usual way. */
export function decidedBy(values: Partial<Deciders>): { rule_set: string; rule_set_sha256: string } {
  const rules = Object.entries(values).reduce(
    (set, [key, value]) => changeSlot(set, key as keyof Deciders, value, 'Порядок департаменту, п. 12'),
    presetRuleSet('1049-2020'),
  );
  const { ruleSet, sha256 } = freezeRuleSet(rules);
  return { rule_set: JSON.stringify(ruleSet), rule_set_sha256: sha256 };
}
