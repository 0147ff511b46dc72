import type { LegalForm, RuleSet } from '#libs/terms';
import type { ScoringMode } from './competition.js';
import { maxSum } from './criterion.js';
import { defaultCriteria, type NewCriterion } from './default-criteria.js';

/** What a rule set says about a competition that is only being started; the officer may change each. */
export interface PresetDefaults {
  ownShareHundredths: number | null;
  applicationsPerOrganisationMax: number | null;
  admittedLegalForms: LegalForm[];
  scoringMode: ScoringMode | null;
  criteria: NewCriterion[];
  passingHundredths: number | null;
  tieOrder: string[];
}

/** When the rule set has no scale yet (an own procedure), the usual one: 0–5 (rule 40). */
const USUAL_SCALE = 5;

export function presetDefaults({ slots }: RuleSet): PresetDefaults {
  const criteria = defaultCriteria(slots.scoreScaleMax.value ?? USUAL_SCALE);
  const ownShare = slots.ownSharePercent.value;
  const most = slots.maxApplicationsPerOrganisation.value;
  return {
    ownShareHundredths: ownShare === null ? null : ownShare * 100,
    applicationsPerOrganisationMax: typeof most === 'number' ? most : null,
    // Rule 6: a charity is admitted only by a typed legal basis, never by default.
    admittedLegalForms: (slots.admittedLegalForms.value ?? []).filter((form) => form !== 'charity'),
    scoringMode: slots.scoringMode.value,
    criteria,
    passingHundredths: passing(slots.passingShare.value, maxSum(criteria)),
    tieOrder: tieOrder(slots.tieOrder.value ?? [], criteria),
  };
}

function passing(share: RuleSet['slots']['passingShare']['value'], most: number): number | null {
  if (share === null || share.of !== 'maximum') return null;
  return Math.ceil((most * 100 * share.numerator) / share.denominator);
}

/** «Вищий бал за першим критерієм, далі за наступними» becomes a step per criterion. */
function tieOrder(steps: readonly string[], criteria: readonly NewCriterion[]): string[] {
  return steps.flatMap((step) => {
    if (step === 'criterion-order') return criteria.map(({ key }) => `criterion:${key}`);
    return step === 'submitted-earlier' ? [step] : [];
  });
}
