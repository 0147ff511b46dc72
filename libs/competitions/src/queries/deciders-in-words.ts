import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { slotWording, type RuleSet, type Slot } from '#libs/terms';
import type { CompetitionRow } from '../model/competition.js';
import { citizensVote, secondLookOf, secondScoreDaysOf } from '../model/deciders.js';

const WAYS = ['extraSheet', 'discussion', 'tieLot', 'publicVote'] as const;
/** A sentence of their own says what happens where they are named. */
const TOLD: ReadonlySet<string> = new Set(['extraSheet', 'discussion', 'publicVote']);

/**
 * Who admits, scores and distributes the money, and what of the rest the conditions name: a sentence each.
 * A rule set that was frozen before these slots existed says nothing about them.
 */
export function decidersInWords(
  {
    ruleSet,
    scoringMode,
    expertsPerApplication,
    voteName,
  }: Pick<CompetitionRow, 'ruleSet' | 'scoringMode' | 'expertsPerApplication' | 'voteName'>,
  lang: Lang,
): string[] {
  const slots: Partial<RuleSet['slots']> = ruleSet?.slots ?? {};
  const named = (key: string, value: string, data = {}) => phrase(lang, `competitions:deciders.${key}.${value}`, data);
  return [
    ...(slots.admissionBy?.value ? [named('admissionBy', slots.admissionBy.value)] : []),
    ...(scoringMode ? [named('scoringMode', scoringMode, { count: expertsPerApplication ?? 0 })] : []),
    ...secondLookInWords(ruleSet, lang),
    ...secondScoreInWords(ruleSet, lang),
    ...(citizensVote({ ruleSet }) ? [named('publicVote', 'true', { name: voteName ?? '' })] : []),
    ...(slots.awardBy?.value ? [named('awardBy', slots.awardBy.value)] : []),
    ...restInWords(slots, lang),
  ];
}

/** When scores are looked at again, and what happens then. */
function secondLookInWords(ruleSet: RuleSet | null, lang: Lang): string[] {
  const look = secondLookOf({ ruleSet });
  if (!look) return [];
  const t = (key: string, data = {}) => phrase(lang, `competitions:deciders.secondLook.${key}`, data);
  const { wideSpreadPoints, nearLinePoints, secondLookDays } = ruleSet!.slots;
  const value = (slot: Slot) => slotWording(slot, lang).value;
  const causes = [
    ...(look.widePoints === null ? [] : [t('wide', { points: value(wideSpreadPoints) })]),
    ...(look.nearPoints === null ? [] : [t('near', { points: value(nearLinePoints) })]),
  ];
  const cause = causes.length === 1 ? causes[0] : t('or', { first: causes[0], second: causes[1] });
  const ways = (['extraSheet', 'discussion'] as const).filter((way) => look[way]);
  return ways.map((way) => t(way, { cause, days: value(secondLookDays) }));
}

function secondScoreInWords(ruleSet: RuleSet | null, lang: Lang): string[] {
  const count = secondScoreDaysOf({ ruleSet });
  return count === null ? [] : [phrase(lang, 'competitions:deciders.secondScore.true', { count })];
}

function restInWords(slots: Partial<RuleSet['slots']>, lang: Lang): string[] {
  const known = WAYS.filter((key) => typeof slots[key]?.value === 'boolean' && !(TOLD.has(key) && slots[key].value));
  const sentence = (key: string, is: boolean): string[] => {
    const ways = known.filter((way) => slots[way]!.value === is);
    const words = ways.map((way) => phrase(lang, `competitions:deciders.way.${way}`));
    return words.length > 0 ? [phrase(lang, `competitions:deciders.${key}`, { ways: words.join(', ') })] : [];
  };
  return [...sentence('also', true), ...sentence('without', false)];
}
