import fc from 'fast-check';
import { kyivInstant } from '#libs/platform/clock';
import { changesOf, leastClosing, settingsAfter, stopOf, type ActTerms } from './act-effect.js';
import type { CompetitionRow } from './competition.js';
import { shiftCalendar } from './shift-calendar.js';

const at = (day: string, time = '18:00') => kyivInstant(day, time);
const one = {
  state: 'announced',
  stoppedFrom: null,
  stoppedAt: null,
  opensAt: at('2020-10-06', '09:00'),
  closesAt: at('2020-11-05'),
  inquiriesUntil: '2020-11-02',
  admissionUntil: '2020-11-12',
  scoringFrom: at('2020-11-16', '09:00'),
  scoringUntil: at('2020-11-27'),
  defenceOn: null,
  decisionUntil: '2020-12-11',
  potKop: 60_000_000,
  capKop: 6_000_000,
} as unknown as CompetitionRow;
const act = (terms: Partial<ActTerms>): ActTerms => ({ kind: 'cancel', potKop: null, closesAt: null, ...terms });
const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as { fields: { field: string; code: string }[] }).fields.map((f) => `${f.field} ${f.code}`).join();
  }
  return 'passes';
};

describe('rule 17: an extension', () => {
  const extend = (closesAt: Date | null, now = at('2020-11-01')) =>
    settingsAfter(act({ kind: 'extend', closesAt }), one, now);

  it('moves the closing and what comes after it by as many days; the opening and the projects stay', () => {
    expect(extend(at('2020-11-15'))).toEqual({
      opensAt: one.opensAt,
      closesAt: at('2020-11-15'),
      inquiriesUntil: '2020-11-12',
      admissionUntil: '2020-11-22',
      scoringFrom: at('2020-11-26', '09:00'),
      scoringUntil: at('2020-12-07'),
      defenceOn: null,
      decisionUntil: '2020-12-21',
    });
  });

  it('never shortens the term, and gives time that is still ahead', () => {
    expect(code(() => extend(at('2020-11-05')))).toBe('closesAt competitions.act-closes-earlier');
    expect(code(() => extend(at('2020-11-04')))).toBe('closesAt competitions.act-closes-earlier');
    expect(code(() => extend(null))).toBe('closesAt competitions.act-closes-missing');
    expect(code(() => extend(at('2020-11-06'), at('2020-11-07')))).toBe('closesAt competitions.act-closes-earlier');
  });

  it('opens the door again after it has closed, say after an outage of ours', () => {
    expect(extend(at('2020-11-09'), at('2020-11-06', '10:00')).closesAt).toEqual(at('2020-11-09'));
  });
});

describe('a suspended competition resumes', () => {
  const suspended = (since: Date, stoppedFrom = 'announced') =>
    ({ ...one, state: 'suspended', stoppedFrom, stoppedAt: since }) as CompetitionRow;

  it('with as much time as was left, and the calendar follows', () => {
    const after = settingsAfter(
      act({ kind: 'resume' }),
      suspended(at('2020-11-01', '12:00')),
      at('2020-11-03', '13:00'),
    );
    expect(after).toMatchObject({
      closesAt: at('2020-11-08'),
      scoringFrom: at('2020-11-19', '09:00'),
      opensAt: one.opensAt,
    });
  });

  it('not earlier than the law of the pause allows, later when the act says so', () => {
    const stopped = suspended(at('2020-11-01', '12:00'));
    const resume = (closesAt: Date) =>
      settingsAfter(act({ kind: 'resume', closesAt }), stopped, at('2020-11-03', '13:00')).closesAt;
    expect(code(() => resume(at('2020-11-07')))).toBe('closesAt competitions.act-closes-too-early');
    expect(resume(at('2020-11-20'))).toEqual(at('2020-11-20'));
  });

  it('with the scoring as long as it was; the reception that was over stays over', () => {
    const stopped = suspended(at('2020-11-20', '12:00'), 'scoring');
    const after = settingsAfter(act({ kind: 'resume' }), stopped, at('2020-11-25', '12:00'));
    expect(after).toMatchObject({
      closesAt: one.closesAt,
      scoringFrom: one.scoringFrom,
      scoringUntil: at('2020-12-02'),
    });
    const named = act({ kind: 'resume', closesAt: at('2020-12-20') });
    expect(code(() => settingsAfter(named, stopped, at('2020-11-25')))).toBe(
      'closesAt competitions.act-closes-not-needed',
    );
  });

  it('never earlier than before, and never with less time than was left, whatever the clocks do', () => {
    const minutes = (from: string, to: string) =>
      fc.integer({ min: at(from).getTime() / 60_000, max: at(to).getTime() / 60_000 }).map((m) => new Date(m * 60_000));
    fc.assert(
      fc.property(
        minutes('2020-10-07', '2021-03-01'),
        fc.integer({ min: 0, max: 90 * 1440 }),
        fc.integer({ min: 0, max: 60 * 1440 }),
        (stoppedAt, pause, left) => {
          const closesAt = new Date(stoppedAt.getTime() + left * 60_000);
          const now = new Date(stoppedAt.getTime() + pause * 60_000);
          const least = leastClosing({ ...suspended(stoppedAt), closesAt }, now);
          expect(least >= closesAt).toBe(true);
          expect(least.getTime() - now.getTime()).toBeGreaterThanOrEqual(left * 60_000);
        },
      ),
    );
  });
});

describe('a changed pot', () => {
  const change = (potKop: number | null) => settingsAfter(act({ kind: 'change-pot', potKop }), one, at('2020-11-01'));

  it('rule 48: is another one, and covers what one project may ask for', () => {
    expect(change(70_000_000)).toEqual({ potKop: 70_000_000 });
    expect(change(6_000_000)).toEqual({ potKop: 6_000_000 });
    expect(code(() => change(5_999_999))).toBe('potKop competitions.act-pot-under-cap');
    expect(code(() => change(60_000_000))).toBe('potKop competitions.act-pot-same');
    expect(code(() => change(null))).toBe('potKop competitions.pot-not-positive');
  });

  it('tells what it changed', () => {
    expect(changesOf(one, change(70_000_000))).toEqual({
      before: { potKop: 60_000_000 },
      after: { potKop: 70_000_000 },
    });
    expect(changesOf(one, {})).toEqual({});
  });
});

describe('where it was stopped', () => {
  const now = at('2020-11-01');

  it('is remembered, also when a suspended one is cancelled', () => {
    expect(stopOf({ kind: 'suspend' }, one, now)).toEqual({ stoppedFrom: 'announced', stoppedAt: now });
    const paused = { state: 'suspended', stoppedFrom: 'scoring' } as const;
    expect(stopOf({ kind: 'cancel' }, paused, now)).toEqual({ stoppedFrom: 'scoring', stoppedAt: now });
    expect(stopOf({ kind: 'resume' }, paused, now)).toEqual({ stoppedFrom: null, stoppedAt: null });
  });
});

describe('the calendar', () => {
  it('keeps the Kyiv time of day over the change of the clocks', () => {
    const shifted = shiftCalendar({ ...one, closesAt: at('2020-10-20') }, at('2020-10-10'), 10);
    expect(shifted.closesAt).toEqual(at('2020-10-30'));
  });
});
