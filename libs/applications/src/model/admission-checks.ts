import { isInTime } from '#libs/platform/clock';
import type { BudgetRules } from '#libs/competitions';
import { groupSums, isBalanced, isOwnShareEnough, sumsOf } from './budget.js';
import type { Check, ComputedCheck } from './check.js';
import { requirementsOf, type Applicant, type ApplicantRules } from './eligibility.js';
import type { BudgetLine, Indicator } from './frozen-proposal.js';
import { registerChecks, type KnownOfApplicant, type RegisterRules } from './register-checks.js';

/** A proposal as it was submitted, with what is known about its organisation. */
export interface SubmittedProposal extends Applicant, KnownOfApplicant {
  nonProfitSign: string;
  /** An officer has seen that those who act for the organisation may do so; who, where and when. */
  right: { isVerified: boolean; verifiedByName: string; verifiedInName: string; verifiedAt: Date | null };
  /** Register codes of its submitted proposals with the same title for the same budget year, in any competition. */
  sameTitleCodes: readonly string[];
  submittedAt: Date | null;
  /** On paper, posted in time where the rules count the postmark. */
  takenByPostmark?: boolean;
  startOn: string | null;
  endOn: string | null;
  requestedKop: number;
  ownKop: number;
  totalKop: number;
  lines: readonly BudgetLine[] | null;
  indicators: readonly Indicator[] | null;
}

/** What the competition asks; null = it says nothing about it. */
export interface AdmissionRules extends ApplicantRules, RegisterRules {
  closesAt: Date | null;
  capKop: number | null;
  ownShareHundredths: number | null;
  budgetRules: BudgetRules;
  projectsFrom: string | null;
  projectsUntil: string | null;
}

/** Every computed check of one proposal. The officer and the commission decide; this only shows. */
export function checksOf(proposal: SubmittedProposal, rules: AdmissionRules): Check[] {
  const [budgetOffence, nonDelivery, otherSources] = registerChecks(proposal, rules);
  return [
    ...requirement(proposal, rules, 'code', 5),
    rightToAct(proposal),
    liquidation(proposal),
    ...requirement(proposal, rules, 'legal-form', 6),
    ...requirement(proposal, rules, 'age', 7),
    budgetOffence,
    nonDelivery,
    ...requirement(proposal, rules, 'count', 11),
    sameProject(proposal),
    otherSources,
    nonProfit(proposal, rules),
    inTime(proposal, rules),
    sums(proposal),
    cap(proposal, rules),
    ownShare(proposal, rules),
    ...costGroups(proposal, rules),
    dates(proposal, rules),
    indicators(proposal),
  ];
}

/** Something is for a person to decide, with a reason. What nobody could look at is not in the way. */
export const needsReason = (checks: readonly Check[]): boolean =>
  checks.some(({ status }) => status === 'failed' || status === 'to-decide');

const answer = (key: ComputedCheck, rule: number, isMet: boolean, data: Record<string, unknown> = {}): Check => ({
  key,
  rule,
  status: isMet ? 'passed' : 'failed',
  data,
});

const noData = (key: ComputedCheck, rule: number): Check => ({ key, rule, status: 'no-data', data: {} });

/** Nobody is refused for it by the system: who decides is told that nobody has looked yet. */
function rightToAct({ right }: SubmittedProposal): Check {
  const { isVerified, verifiedByName, verifiedInName, verifiedAt } = right;
  const by = [verifiedByName, verifiedInName].filter(Boolean).join(', ');
  return isVerified ? answer('right-to-act', 5, true, { by, verifiedAt }) : noData('right-to-act', 5);
}

/** rule 5: what was submitted before the organisation ended is for the commission. */
function liquidation({ liquidatedOn }: SubmittedProposal): Check {
  return answer('liquidated', 5, !liquidatedOn, liquidatedOn ? { liquidatedOn } : {});
}

/** What was already asked when the proposal was begun is looked at again, with the facts of today. */
function requirement(proposal: Applicant, rules: ApplicantRules, key: ComputedCheck, rule: number): Check[] {
  const found = requirementsOf(proposal, rules).find(({ code }) => code === key);
  return [found ? answer(key, rule, found.isMet, found.data) : noData(key, rule)];
}

/** rule 12: the same project is not paid for twice in one budget period. */
function sameProject({ sameTitleCodes }: SubmittedProposal): Check {
  return answer('same-project', 12, sameTitleCodes.length === 0, { codes: sameTitleCodes.join(', ') });
}

/** rule 13: 0032 and 0034, and 0036 where charities are admitted. */
function nonProfit({ nonProfitSign }: SubmittedProposal, { admittedLegalForms }: AdmissionRules): Check {
  const signs = ['0032', '0034', ...(admittedLegalForms.includes('charity') ? ['0036'] : [])];
  return answer('non-profit', 13, signs.includes(nonProfitSign), { sign: nonProfitSign, signs: signs.join(', ') });
}

/** rule 16 */
function inTime({ submittedAt, takenByPostmark }: SubmittedProposal, { closesAt }: AdmissionRules): Check {
  if (!submittedAt || !closesAt) return noData('in-time', 16);
  return answer('in-time', 16, !!takenByPostmark || isInTime(submittedAt, closesAt), { submittedAt, closesAt });
}

/** rule 21: to the kopeck, line by line and in the total. */
function sums({ lines, requestedKop, ownKop, totalKop }: SubmittedProposal): Check {
  if (!lines) return noData('sums', 21);
  const counted = sumsOf(lines);
  const isMet =
    lines.length > 0 &&
    lines.every(isBalanced) &&
    counted.requestedKop === requestedKop &&
    counted.ownKop === ownKop &&
    counted.totalKop === totalKop;
  return answer('sums', 21, isMet, { totalKop, linesKop: counted.totalKop });
}

/** rule 22 */
function cap({ requestedKop }: SubmittedProposal, { capKop }: AdmissionRules): Check {
  return capKop === null ? noData('cap', 22) : answer('cap', 22, requestedKop <= capKop, { requestedKop, capKop });
}

/** rule 23 */
function ownShare({ ownKop, totalKop }: SubmittedProposal, { ownShareHundredths: share }: AdmissionRules): Check {
  if (share === null) return noData('own-share', 23);
  return answer('own-share', 23, isOwnShareEnough({ ownKop, totalKop }, share), { ownKop, percent: share / 100 });
}

/** rule 24: asked only where the competition caps a group of costs. */
function costGroups({ lines }: SubmittedProposal, { budgetRules }: AdmissionRules): Check[] {
  if (!budgetRules.groups.some(({ capHundredths }) => capHundredths !== null)) return [];
  if (!lines) return [noData('cost-groups', 24)];
  const over = groupSums(lines, budgetRules).filter(({ isOver }) => isOver);
  return [answer('cost-groups', 24, over.length === 0, { groups: over.map(({ group }) => group.title).join(', ') })];
}

/** rule 25: inside the days of the competition, and inside its budget year. */
function dates({ startOn, endOn }: SubmittedProposal, rules: AdmissionRules): Check {
  const { budgetYear, projectsFrom, projectsUntil } = rules;
  const from = projectsFrom ?? (budgetYear && `${budgetYear}-01-01`);
  const until = projectsUntil ?? (budgetYear && `${budgetYear}-12-31`);
  if (!startOn || !endOn || !from || !until) return noData('dates', 25);
  const isMet = from <= startOn && startOn <= endOn && endOn <= until;
  return answer('dates', 25, isMet, { startOn, endOn, fromOn: from, untilOn: until });
}

/** rule 26: at least one of each kind, each with a planned value and a source of confirmation. */
function indicators({ indicators: found }: SubmittedProposal): Check {
  if (!found) return noData('indicators', 26);
  const count = (kind: string) => found.filter((one) => one.kind === kind && one.planned && one.source).length;
  const [quantitative, qualitative] = [count('quantitative'), count('qualitative')];
  return answer('indicators', 26, quantitative > 0 && qualitative > 0, { quantitative, qualitative });
}
