import { quarterCalendar } from './quarter-calendar.js';

describe('the calendar of a quarter', () => {
  it('6.3: three working days after the quarter, weekends and holidays passed over', () => {
    expect(quarterCalendar(2020, 1).answersDueOn).toBe('2020-04-03');
    expect(quarterCalendar(2020, 2).answersDueOn).toBe('2020-07-03');
    expect(quarterCalendar(2020, 3).answersDueOn).toBe('2020-10-05');
    expect(quarterCalendar(2021, 2).answersDueOn).toBe('2021-07-05');
  });

  it('asks two weeks before, reminds three days before and one day after, and wants the report by the tenth', () => {
    expect(quarterCalendar(2020, 2)).toMatchObject({
      ...{
        endsOn: '2020-06-30',
        ask: '2020-06-19',
        remind: '2020-06-30',
        late: '2020-07-04',
        reportDueOn: '2020-07-10',
      },
    });
  });
});
