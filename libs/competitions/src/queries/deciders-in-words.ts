import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import type { RuleSet } from '#libs/terms';
import type { CompetitionRow } from '../model/competition.js';

const WAYS = ['extraSheet', 'discussion', 'tieLot', 'publicVote'] as const;

/**
 * Who admits, scores and distributes the money, and what of the rest the conditions name: a sentence each.
 * A rule set that was frozen before these slots existed says nothing about them.
 */
export function decidersInWords(
  {
    ruleSet,
    scoringMode,
    expertsPerApplication,
  }: Pick<CompetitionRow, 'ruleSet' | 'scoringMode' | 'expertsPerApplication'>,
  lang: Lang,
): string[] {
  const slots: Partial<RuleSet['slots']> = ruleSet?.slots ?? {};
  const named = (key: string, value: string, data = {}) => phrase(lang, `competitions:deciders.${key}.${value}`, data);
  return [
    ...(slots.admissionBy?.value ? [named('admissionBy', slots.admissionBy.value)] : []),
    ...(scoringMode ? [named('scoringMode', scoringMode, { count: expertsPerApplication ?? 0 })] : []),
    ...(slots.awardBy?.value ? [named('awardBy', slots.awardBy.value)] : []),
    ...restInWords(slots, lang),
  ];
}

function restInWords(slots: Partial<RuleSet['slots']>, lang: Lang): string[] {
  const known = WAYS.filter((key) => typeof slots[key]?.value === 'boolean');
  const sentence = (key: string, is: boolean): string[] => {
    const ways = known.filter((way) => slots[way]!.value === is);
    const words = ways.map((way) => phrase(lang, `competitions:deciders.way.${way}`));
    return words.length > 0 ? [phrase(lang, `competitions:deciders.${key}`, { ways: words.join(', ') })] : [];
  };
  return [...sentence('also', true), ...sentence('without', false)];
}
