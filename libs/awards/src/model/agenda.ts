import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import { OUTCOMES, type Outcome } from './allocate.js';
import type { AllocationRow, RatedProposal } from './allocation.js';

// What the commission votes on goes into the minutes: always in Ukrainian.
const t = (key: string, data: Record<string, unknown> = {}) => phrase('uk', `awards:agenda.${key}`, data);

/** The kind of the session and of its items. */
export const AWARD = 'award';
/** … of the next in the rating, after the order. */
export const NEXT_AWARD = 'award-next';

/** What an agenda item carries for the moment when its minutes are signed. */
export interface ProposedLine {
  outcome: Outcome;
  amountKop: number;
  place: number | null;
  isPartial: boolean;
}

export function sessionWords(competitionTitle: string): { bodyName: string; subject: string } {
  return { bodyName: t('body', { title: competitionTitle }), subject: t('subject') };
}

export function nextSessionWords(competitionTitle: string): { bodyName: string; subject: string } {
  return { bodyName: t('body', { title: competitionTitle }), subject: t('nextSubject') };
}

/** One proposal as an item of the agenda; where the director distributes the money, it is advice to him. */
export function agendaItem(
  { computed, ...proposal }: RatedProposal & Pick<AllocationRow, 'computed'>,
  isAdvice = false,
) {
  const { outcome, amountKop, place, isPartial } = computed;
  const payload: ProposedLine = { outcome, amountKop, place, isPartial };
  const words = isPartial ? 'partial' : outcome;
  const asked = formatMoney(proposal.requestedKop, 'uk');
  return {
    subjectId: proposal.applicationId,
    title: t('title', { organisation: proposal.organisationName, title: proposal.title, code: proposal.registerCode }),
    proposal: t(isAdvice ? `advice.${words}` : words, { place, sum: formatMoney(amountKop, 'uk'), asked }),
    payload: { ...payload },
  };
}

/** Reads the payload back. @throws Error when it is not what `agendaItem` wrote */
export function proposedLine(payload: Record<string, unknown>): ProposedLine {
  const { outcome, amountKop, place, isPartial } = payload as Partial<ProposedLine>;
  const isWhole = OUTCOMES.includes(outcome!) && Number.isSafeInteger(amountKop) && amountKop! >= 0;
  if (!isWhole) throw new Error(`not a line of an allocation: ${JSON.stringify(payload)}`);
  return { outcome: outcome!, amountKop: amountKop!, place: place ?? null, isPartial: isPartial === true };
}
