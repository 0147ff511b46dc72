import { dayProblems, type DayBounds } from './defence-day-problems.js';

const at = (day: string, time: string) => new Date(`2020-11-${day}T${time}:00Z`);
const DAY = {
  ...{ startsAt: at('20', '08:00'), endsAt: at('20', '14:00'), place: 'м. Сватове', onlineUrl: null },
  ...{ isOnlinePublic: false, minutesEach: 10, pauseAfter: null, pauseMinutes: null },
};
const BOUNDS: DayBounds = { now: at('10', '08:00'), from: '2020-11-20', until: '2020-12-20', mayBeOnline: false };
const codes = (day: Partial<typeof DAY> & object, bounds: Partial<DayBounds> = {}, others: (typeof DAY)[] = []) =>
  dayProblems({ ...DAY, ...day }, others, { ...BOUNDS, ...bounds }).map(({ code }) => code.replace('evaluation.', ''));

describe('a day of the defence', () => {
  it('rule 43: lies on the announced day or later, before the decision, and has a length', () => {
    expect(codes({})).toEqual([]);
    expect(codes({}, { from: '2020-11-21' })).toEqual(['defence-day-early']);
    expect(codes({}, { until: '2020-11-19' })).toEqual(['defence-day-late']);
    expect(codes({}, { now: at('20', '08:00') })).toEqual(['defence-day-past']);
    expect(codes({ endsAt: at('20', '08:00') })).toEqual(['defence-day-ends']);
    expect(codes({ endsAt: at('21', '08:00') })).toEqual(['defence-day-ends']);
    expect(codes({}, {}, [DAY])).toEqual(['defence-days-overlap']);
  });

  it('rule 43: is held online alone only where the rules say so', () => {
    const online = { place: null as never, onlineUrl: 'https://zustrich.example/1' as never };
    expect(codes(online)).toEqual(['defence-place']);
    expect(codes(online, { mayBeOnline: true })).toEqual([]);
    expect(codes({ place: null as never }, { mayBeOnline: true })).toEqual(['defence-where']);
  });

  it('a pause has a length and a place', () => {
    expect(codes({ pauseAfter: 3 as never })).toEqual(['defence-pause']);
    expect(codes({ pauseAfter: 3 as never, pauseMinutes: 10 as never })).toEqual([]);
  });
});
