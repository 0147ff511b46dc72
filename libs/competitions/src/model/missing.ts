import { kyivDay } from '#libs/platform/clock';
import { missingSlots, unsettledSlots } from '#libs/terms';
import type { CompetitionSettings } from './settings.js';
import { budgetRuleProblems } from './budget-rule-problems.js';
import { calendarProblems } from './calendar-problems.js';
import { maxSum } from './criterion.js';
import { citizensVote, drawsLots, notCarriedOut, secondLookOf, secondScoreDaysOf, TIE_LOT } from './deciders.js';
import { isDefenceFirst } from './timeline.js';
import { formProblems } from './form/form-problems.js';
import { announcementProblems } from './announcement-problems.js';
import { problem, slotProblem, type Problem } from './problem.js';

/**
 * What stands in the way of the announcement (rule 18 and the rules that bind settings to each other), in the order of
 * the sections. Empty = the competition may be announced at `now`.
 */
export function missing(settings: CompetitionSettings, now: Date): Problem[] {
  const today = kyivDay(now);
  return [
    ...basicsProblems(settings),
    ...moneyProblems(settings),
    ...budgetRuleProblems(settings),
    ...participationProblems(settings),
    ...priorityProblems(settings),
    ...announcementProblems(settings, today),
    ...calendarProblems(settings),
    ...criteriaProblems(settings),
    ...formProblems(settings),
    ...scoringProblems(settings),
    ...contactProblems(settings),
    ...ruleProblems(settings),
    ...secondLookProblems(settings),
    ...secondScoreProblems(settings),
  ];
}

function basicsProblems(settings: CompetitionSettings): Problem[] {
  const { measureId, purpose, budgetYear, coOrganiserId, jointOrderNumber, jointOrderOn } = settings;
  return [
    ...problem(!measureId, 'measure', 'basics', 'measureId'),
    ...problem(!purpose, 'purpose', 'basics', 'purpose'),
    ...problem(!budgetYear, 'budget-year', 'basics', 'budgetYear'),
    ...problem(
      Boolean(coOrganiserId && !(jointOrderNumber && jointOrderOn)),
      'joint-order',
      'basics',
      'jointOrderNumber',
    ),
  ];
}

function moneyProblems({ budgetProgramme, potKop, capKop, ownShareHundredths }: CompetitionSettings): Problem[] {
  return [
    ...problem(!budgetProgramme, 'budget-programme', 'money', 'budgetProgramme'),
    ...problem(!potKop, 'pot', 'money', 'potKop'),
    ...problem(!capKop, 'cap', 'money', 'capKop'),
    ...problem(Boolean(potKop && capKop && capKop > potKop), 'cap-over-pot', 'money', 'capKop', { potKop, capKop }),
    ...problem(ownShareHundredths === null, 'own-share', 'money', 'ownShareHundredths'),
  ];
}

function participationProblems(settings: CompetitionSettings): Problem[] {
  const { admittedLegalForms: forms, charityBasis, applicationsPerOrganisationMax, ruleSet } = settings;
  const { elsewhereName, elsewhereUrl } = settings;
  const allowed = ruleSet?.slots?.admittedLegalForms?.value ?? null;
  // Rule 6: a charity takes part only by a typed legal basis, which then stands in place of the rule set.
  const outside = forms.filter((form) => form !== 'charity' && allowed !== null && !allowed.includes(form));
  return [
    ...problem(forms.length === 0, 'legal-forms', 'participation', 'admittedLegalForms'),
    ...problem(outside.length > 0, 'legal-forms-outside', 'participation', 'admittedLegalForms'),
    ...problem(forms.includes('charity') && !charityBasis, 'charity-basis', 'participation', 'charityBasis'),
    ...problem(!applicationsPerOrganisationMax, 'applications-max', 'participation', 'applicationsPerOrganisationMax'),
    ...problem(!elsewhereName && !!elsewhereUrl, 'elsewhere-name', 'participation', 'elsewhereName'),
    ...problem(!!elsewhereName && !elsewhereUrl, 'elsewhere-link', 'participation', 'elsewhereUrl'),
  ];
}

function priorityProblems({ priorities, supportedActivities }: CompetitionSettings): Problem[] {
  return [
    ...problem(priorities.length === 0, 'priorities', 'priorities', 'priorities'),
    ...problem(supportedActivities.length === 0, 'activities', 'priorities', 'activities'),
  ];
}

function criteriaProblems(settings: CompetitionSettings): Problem[] {
  const { criteria, passingHundredths, tieOrder } = settings;
  const most = maxSum(criteria);
  const steps = [TIE_LOT, 'submitted-earlier', ...criteria.map(({ key }) => `criterion:${key}`)];
  return [
    ...problem(criteria.length === 0, 'criteria', 'criteria', 'criteria'),
    ...problem(passingHundredths === null, 'passing', 'criteria', 'passingHundredths'),
    ...problem(
      criteria.length > 0 && passingHundredths !== null && passingHundredths > most * 100,
      'passing-over-max',
      'criteria',
      'passingHundredths',
      { most },
    ),
    ...problem(tieOrder.length === 0, 'tie-order', 'criteria', 'tieOrder'),
    ...problem(
      tieOrder.some((step) => !steps.includes(step)),
      'tie-order-unknown',
      'criteria',
      'tieOrder',
    ),
    // rule 47: the lot is there where the conditions name it, and nothing comes after it.
    ...problem(tieOrder.includes(TIE_LOT) !== drawsLots(settings), 'tie-lot', 'criteria', 'tieOrder'),
    ...problem(tieOrder.includes(TIE_LOT) && tieOrder.at(-1) !== TIE_LOT, 'tie-lot-last', 'criteria', 'tieOrder'),
  ];
}

function scoringProblems(settings: CompetitionSettings): Problem[] {
  const { scoringMode, expertsPerApplication: k, ruleSet, voteName, voteUrl } = settings;
  const named = ruleSet?.slots?.scoringMode?.value ?? null;
  const isOther = scoringMode !== null && named !== null && named !== scoringMode;
  return [
    ...problem(isOther, 'scoring-mode-outside', 'scoring', 'scoringMode'),
    ...problem(!scoringMode, 'scoring-mode', 'scoring', 'scoringMode'),
    ...problem(scoringMode === 'k-of-n' && !k, 'experts-per-application', 'scoring', 'expertsPerApplication'),
    ...problem(citizensVote(settings) && !voteName, 'vote-name', 'scoring', 'voteName'),
    ...problem(citizensVote(settings) && !voteUrl, 'vote-link', 'scoring', 'voteUrl'),
  ];
}

function contactProblems({ place, contactName, contactPhone, contactEmail }: CompetitionSettings): Problem[] {
  return [
    ...problem(!place, 'place', 'contacts', 'place'),
    ...problem(!contactName, 'contact-name', 'contacts', 'contactName'),
    ...problem(!contactPhone, 'contact-phone', 'contacts', 'contactPhone'),
    ...problem(!contactEmail, 'contact-email', 'contacts', 'contactEmail'),
  ];
}

function ruleProblems({ ruleSet }: CompetitionSettings): Problem[] {
  if (ruleSet === null) return problem(true, 'rule-set', 'rules', 'ruleSetKey');
  // Rule 3: everybody can read which act, or which order of the organiser, each number comes from.
  return [
    ...slotProblem(missingSlots(ruleSet), 'slots'),
    ...slotProblem(unsettledSlots(ruleSet), 'slots-unsettled'),
    ...slotProblem(notCarriedOut(ruleSet), 'slots-not-built'),
  ];
}

/** A second score needs a defence after the first one (rule 43). */
const secondScoreProblems = (settings: CompetitionSettings): Problem[] =>
  secondScoreDaysOf(settings) !== null && isDefenceFirst(settings)
    ? slotProblem(['secondScore'], 'second-score-order')
    : [];

/** A second look needs its cause, and an extra sheet somebody who has not scored yet. */
function secondLookProblems(settings: CompetitionSettings): Problem[] {
  const { ruleSet, scoringMode } = settings;
  const [extra, discussion] = [ruleSet?.slots?.extraSheet?.value, ruleSet?.slots?.discussion?.value];
  const isPromised = extra === true || discussion === true;
  return [
    ...(isPromised && secondLookOf(settings) === null
      ? slotProblem(['wideSpreadPoints', 'nearLinePoints'], 'second-look-cause')
      : []),
    ...(extra === true && scoringMode === 'every-member' ? slotProblem(['extraSheet'], 'extra-sheet-experts') : []),
  ];
}
