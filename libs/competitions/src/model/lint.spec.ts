import { defaultForm } from './form/default-form.js';
import { lint } from './lint.js';
import { sampleCompetition } from './sample-competition.js';
import type { CompetitionSettings } from './settings.js';

describe('lint', () => {
  const found = (change: Partial<CompetitionSettings>): string[] =>
    lint(sampleCompetition(change)).map(({ code }) => code);

  it('rule 22: finds limits that cannot be met, and leaves the usual alone', () => {
    expect(found({})).toEqual([]);
    expect(found({ capKop: 30_000_001 })).toEqual(['one-winner']);
    expect(found({ applicationsPerOrganisationMax: 6 })).toEqual(['one-takes-all']);
    expect(found({ defenceOn: '2020-11-21' })).toEqual(['defence-day-off']);
    expect(found({ defenceOn: '2020-11-20' })).toEqual([]);
    const form = defaultForm();
    const [need, ...others] = form.sections;
    const asked = { ...need!.questions[0]!, key: 'q9', kind: 'money' as const, required: true, min: 10_000_001 };
    expect(found({ form: { ...form, sections: [{ ...need!, questions: [asked] }, ...others] } })).toEqual([
      'money-over-cap',
    ]);
  });

  it('names the words of a copy that speak of another year than its own', () => {
    const words = { purpose: 'Допомога після пожеж 2020 року', budgetProgramme: 'КПКВК 2310180, видатки 2022 року' };
    expect(found({ ...words, copiedFromId: 'last' })).toEqual(['year-in-purpose', 'year-in-programme']);
    expect(found({ ...words, budgetYear: 2022, copiedFromId: 'last' })).toContain('year-in-purpose');
    expect(found({ purpose: 'Навчання 2021 року', copiedFromId: 'last' })).toEqual([]);
    expect(found(words)).toEqual([]);
  });
});
