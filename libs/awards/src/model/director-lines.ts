import type { FieldError } from '#libs/platform/errors';
import type { AdoptedLine, AllocationRow } from './allocation.js';

/** What the commission advised: to support the proposal, or not to. */
export type Advice = 'for' | 'against';

/** What the director decides about one proposal otherwise than its place or the advice says. */
export interface Departure {
  isDeclined: boolean;
  /** Public words. */
  note: string;
}

export const NOTE_MAX = 1_000;

const noteField = (applicationId: string): string => `note-${applicationId}`;

/**
 * What the director's order makes of the rating. Money goes down the places as everywhere (rule 48); he may decline a
 * proposal, and then its money goes to nobody. Declining, and supporting against the advice, takes a public reason.
 */
export function directorLines(
  rows: readonly Pick<AllocationRow, 'applicationId' | 'computed'>[],
  advice: ReadonlyMap<string, Advice>,
  departures: ReadonlyMap<string, Departure>,
): { lines: ({ applicationId: string; place: number | null } & AdoptedLine)[]; problems: FieldError[] } {
  const problems: FieldError[] = [];
  const lines = rows.map(({ applicationId, computed: { place, outcome, amountKop } }) => {
    const { isDeclined = false, note = '' } = departures.get(applicationId) ?? {};
    const one = { applicationId, place };
    // Below the passing score there is nothing to give, and nothing to decline (rule 45).
    if (outcome === 'not-funded') return { ...one, outcome, amountKop: 0, reason: 'below-passing' as const, note: '' };
    const isOtherwise = isDeclined || advice.get(applicationId) === 'against';
    if (isOtherwise && note === '') problems.push({ field: noteField(applicationId), code: 'awards.departure-reason' });
    if (isDeclined)
      return { ...one, outcome: 'not-funded' as const, amountKop: 0, reason: 'not-supported' as const, note };
    return { ...one, outcome, amountKop, reason: null, note: isOtherwise ? note : '' };
  });
  return { lines, problems };
}
