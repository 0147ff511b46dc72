import { daysForNewSheet, whyNotAnnulling } from './annulment.js';

const at = (day: string) => new Date(`2020-11-${day}T12:00:00Z`);

describe('to annul a sheet', () => {
  it('rule 42: only a signed one, and not once the rating stands', () => {
    const why = (competitionState: string, sheetState = 'signed') => whyNotAnnulling({ competitionState, sheetState });
    expect(why('scoring')).toBeNull();
    expect(why('scoring', 'ready')).toBe('evaluation.annul-unsigned');
    expect(why('rated')).toBe('evaluation.annul-too-late');
    expect(why('decided')).toBe('evaluation.annul-too-late');
    expect(why('suspended')).toBe('evaluation.not-scoring');
  });

  it('gives a new one the days of the competition, or those that are named', () => {
    const scoringUntil = at('30');
    expect(daysForNewSheet(null, { plannedAt: at('20'), scoringUntil })).toEqual({ until: null });
    expect(daysForNewSheet(at('25'), { plannedAt: at('20'), scoringUntil })).toEqual({ until: at('25') });
    expect(daysForNewSheet(at('15'), { plannedAt: at('20'), scoringUntil })).toEqual({
      code: 'evaluation.annul-days-past',
    });
    expect(daysForNewSheet(null, { plannedAt: at('20'), scoringUntil: at('19') })).toEqual({
      code: 'evaluation.annul-days-needed',
    });
  });
});
