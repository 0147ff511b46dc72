/** Of the agenda item, and of the DecisionHandler that carries it out. */
export const SHEET_ANNULMENT = 'sheet-annulment';

export const ANNULMENT_LIMITS = { ground: 1_000, place: 300 };

/**
 * Null = a signed sheet may be put to the vote. Once the rating stands, nothing of it is changed here: that is the way of a
 * complaint or of a court.
 */
export function whyNotAnnulling({ competitionState, sheetState }: { competitionState: string; sheetState: string }) {
  if (['rated', 'decided'].includes(competitionState)) return 'evaluation.annul-too-late';
  if (competitionState !== 'scoring') return 'evaluation.not-scoring';
  return sheetState === 'signed' ? null : 'evaluation.annul-unsigned';
}

/** The last second for a new sheet; a problem code when the commission would meet after the days of the competition and names no own ones. */
export function daysForNewSheet(
  named: Date | null,
  { plannedAt, scoringUntil }: { plannedAt: Date; scoringUntil: Date | null },
): { until: Date | null } | { code: string } {
  if (named && named <= plannedAt) return { code: 'evaluation.annul-days-past' };
  if (!named && scoringUntil && scoringUntil <= plannedAt) return { code: 'evaluation.annul-days-needed' };
  return { until: named };
}
