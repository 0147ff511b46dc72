import { phaseAt } from './phase.js';
import { timeline } from './timeline.js';
import type { CompetitionRow } from './competition.js';

const opensAt = new Date('2020-10-06T06:00:00Z');
const closesAt = new Date('2020-11-05T16:00:00Z');
const announced = { state: 'announced' as const, opensAt, closesAt };

describe('phaseAt', () => {
  it.each([
    ['2020-10-06T05:59:59.999Z', 'soon'],
    ['2020-10-06T06:00:00.000Z', 'open'],
    ['2020-11-05T16:00:00.999Z', 'open'],
    ['2020-11-05T16:00:01.000Z', 'closed'],
  ])('rule 16: an announced competition at %s is %s', (now, phase) =>
    expect(phaseAt(announced, new Date(now))).toBe(phase),
  );

  it('says the state when the calendar has nothing to add', () =>
    expect(phaseAt({ ...announced, state: 'scoring' }, opensAt)).toBe('scoring'));
});

describe('timeline', () => {
  const competition = {
    ...announced,
    announcedOn: '2020-10-05',
    inquiriesUntil: null,
    admissionUntil: '2020-11-13',
    scoringFrom: new Date('2020-11-16T07:00:00Z'),
    scoringUntil: new Date('2020-11-27T16:00:00Z'),
    defenceOn: null,
    decisionUntil: '2020-12-11',
    projectsFrom: '2021-01-15',
    projectsUntil: '2021-12-10',
  } as unknown as CompetitionRow;
  const states = (state: CompetitionRow['state'], now: string) =>
    Object.fromEntries(timeline({ ...competition, state }, new Date(now)).map((one) => [one.key, one.state]));

  it('leaves out what has no date', () =>
    expect(Object.keys(states('announced', '2020-10-20T09:00:00Z'))).toEqual([
      'announcement',
      'reception',
      'admission',
      'scoring',
      'decision',
      'projects',
    ]));

  it('tells reception by the calendar and the work by what was done', () => {
    expect(states('announced', '2020-10-20T09:00:00Z')).toMatchObject({
      announcement: 'done',
      reception: 'current',
      admission: 'next',
    });
    // The scoring is late: its time is over, and it still runs.
    expect(states('scoring', '2020-12-01T09:00:00Z')).toMatchObject({
      reception: 'done',
      admission: 'done',
      scoring: 'current',
      decision: 'next',
      projects: 'next',
    });
    expect(states('decided', '2021-02-01T09:00:00Z')).toMatchObject({ decision: 'done', projects: 'current' });
  });

  it('shows the stage of a suspended competition as stopped, whatever the calendar says since', () => {
    const stoppedAt = new Date('2020-10-20T09:00:00Z');
    const suspended = { ...competition, state: 'suspended', stoppedFrom: 'announced', stoppedAt } as CompetitionRow;
    for (const now of ['2020-10-21T09:00:00Z', '2022-01-01T09:00:00Z'])
      expect(timeline(suspended, new Date(now)).map(({ state }) => state)).toEqual([
        ...['done', 'stopped', 'next', 'next', 'next', 'next'],
      ]);
    const scoring = timeline({ ...suspended, stoppedFrom: 'scoring' } as CompetitionRow, new Date());
    expect(scoring.find(({ key }) => key === 'scoring')!.state).toBe('stopped');
  });

  it('marks nothing of a cancelled competition as running, and nothing as done that came after', () => {
    const stoppedAt = new Date('2020-10-20T09:00:00Z');
    const cancelled = { ...competition, state: 'cancelled', stoppedFrom: 'announced', stoppedAt } as CompetitionRow;
    for (const now of ['2020-10-21T09:00:00Z', '2022-01-01T09:00:00Z'])
      expect(timeline(cancelled, new Date(now)).map(({ state }) => state)).toEqual([
        ...['done', 'next', 'next', 'next', 'next', 'next'],
      ]);
  });
});
