import { kyivInstant } from '#libs/platform/clock';
import { changeSlot, presetRuleSet } from '#libs/terms';
import { missing } from './missing.js';
import { adopted, codesOf, SAMPLE_DAY, sampleCompetition, sampleRules } from './sample-competition.js';
import type { CompetitionSettings } from './settings.js';

describe('missing: the calendar', () => {
  it('rule 14: an announcement after 1 October of the year before needs a typed reason', () => {
    const late = { lateAnnouncementReason: null };
    expect(missing(sampleCompetition(late), SAMPLE_DAY)).toEqual([
      {
        code: 'late-announcement',
        section: 'calendar',
        field: 'lateAnnouncementReason',
        data: { lastOn: '2020-10-01' },
      },
    ]);
    const onTheDay = { ...late, announcedOn: '2020-10-01', opensAt: kyivInstant('2020-10-02', '09:00') };
    expect(codesOf(onTheDay, kyivInstant('2020-10-01', '23:59'))).toEqual([]);
    expect(codesOf(onTheDay, kyivInstant('2020-10-02', '00:00'))).toEqual(['late-announcement']);
  });

  it('rule 14: earlier presets set 1 April', () => {
    const early = { ruleSet: presetRuleSet('1049-2016'), lateAnnouncementReason: null };
    const april = { ...early, announcedOn: '2020-04-01' };
    expect(
      missing(sampleCompetition(april), kyivInstant('2020-04-02', '09:00')).map(({ data }) => data),
    ).toContainEqual({
      lastOn: '2020-04-01',
    });
  });

  it('rule 15: thirty days from the day after the announcement', () => {
    const announced = { announcedOn: '2020-09-01', opensAt: kyivInstant('2020-09-01', '09:00') };
    const closes = (day: string) => ({ ...announced, closesAt: kyivInstant(day, '18:00') });
    const now = kyivInstant('2020-09-01', '08:00');
    expect(codesOf(closes('2020-09-30'), now)).toEqual(['reception-short']);
    expect(codesOf(closes('2020-10-01'), now)).toEqual([]);
  });

  it('rule 15: counted from the same day when the slot says so', () => {
    const ruleSet = adopted(changeSlot(sampleRules, 'receptionCountedFrom', 'same-day', 'Положення'));
    const change = { ruleSet, announcedOn: '2020-10-01', opensAt: kyivInstant('2020-10-01', '09:00') };
    const now = kyivInstant('2020-10-01', '08:00');
    expect(codesOf({ ...change, closesAt: kyivInstant('2020-10-30', '18:00') }, now)).toEqual([]);
    expect(codesOf({ ...change, closesAt: kyivInstant('2020-10-29', '18:00') }, now)).toEqual(['reception-short']);
  });

  it('rule 15: a later opening moves the count, rule 4: a last day off moves to a working one', () => {
    const change = { opensAt: kyivInstant('2020-10-16', '09:00'), admissionUntil: null };
    // 16.10 + 29 days = Saturday 14.11, so Monday 16.11.
    const later = { scoringFrom: kyivInstant('2020-11-17', '09:00') };
    expect(codesOf({ ...change, ...later, closesAt: kyivInstant('2020-11-14', '18:00') })).toEqual(['reception-short']);
    expect(codesOf({ ...change, ...later, closesAt: kyivInstant('2020-11-16', '18:00') })).toEqual([]);
  });

  it('rule 25: projects lie inside the budget year', () => {
    expect(codesOf({ projectsFrom: '2020-12-31' })).toEqual(['projects-outside-year']);
    expect(codesOf({ projectsUntil: '2022-01-01' })).toEqual(['projects-outside-year']);
    expect(codesOf({ projectsFrom: '2021-01-01', projectsUntil: '2021-12-31' })).toEqual([]);
  });

  it('the announcement waits for its planned day and is checked on the day it is made', () => {
    expect(codesOf({ announcedOn: '2020-10-06' })).toEqual(['announcement-ahead']);
    expect(codesOf({ announcedOn: '2020-10-01' })).toEqual([]);
  });

  it('rule 43: the defence lies between admission and decision, before or after the scoring', () => {
    for (const defenceOn of ['2020-11-13', '2020-11-20', '2020-12-11']) expect(codesOf({ defenceOn })).toEqual([]);
  });

  it.each<[string, Partial<CompetitionSettings>]>([
    ['closes-before-opens', { opensAt: kyivInstant('2020-11-05', '18:00') }],
    ['opens-before-announcement', { opensAt: kyivInstant('2020-10-04', '09:00') }],
    ['admission-before-closing', { admissionUntil: '2020-11-04' }],
    ['scoring-before-closing', { scoringFrom: kyivInstant('2020-11-05', '18:00') }],
    ['scoring-window-empty', { scoringUntil: kyivInstant('2020-11-16', '09:00') }],
    ['defence-before-closing', { defenceOn: '2020-11-04' }],
    ['defence-before-admission', { defenceOn: '2020-11-12' }],
    ['defence-after-decision', { defenceOn: '2020-12-12' }],
    ['decision-before-scoring', { decisionUntil: '2020-11-26' }],
    ['projects-order', { projectsFrom: '2021-12-11' }],
  ])('%s', (code, change) => expect(codesOf(change).filter((one) => one !== 'reception-short')).toEqual([code]));
});
