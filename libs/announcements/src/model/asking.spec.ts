import { kyivInstant } from '#libs/platform/clock';
import { askingRefusal, lastDayForAsking, type Asked } from './asking.js';

const CALL: Asked = {
  state: 'announced',
  closesAt: kyivInstant('2020-11-05', '18:00'),
  inquiriesUntil: '2020-10-30',
  isRehearsal: false,
};

describe('asking about a call', () => {
  it('goes on to the end of the last day by the Kyiv clock', () => {
    expect(askingRefusal(CALL, kyivInstant('2020-10-30', '23:59:59'))).toBeNull();
    expect(askingRefusal(CALL, kyivInstant('2020-10-31', '00:00'))).toBe('announcements.asking-over');
  });

  it('without a last day goes on as long as the reception does', () => {
    const call = { ...CALL, inquiriesUntil: null };
    expect(lastDayForAsking(call)).toBe('2020-11-05');
    expect(askingRefusal(call, kyivInstant('2020-11-05', '18:00'))).toBeNull();
    expect(askingRefusal(call, kyivInstant('2020-11-05', '18:00:01'))).toBe('announcements.asking-over');
  });

  it('is closed in a rehearsal', () =>
    expect(askingRefusal({ ...CALL, isRehearsal: true }, kyivInstant('2020-10-10', '10:00'))).toBe(
      'announcements.asking-closed',
    ));

  it('is closed when the competition has moved on or was stopped', () => {
    for (const state of ['admission', 'suspended', 'cancelled', 'decided'] as const)
      expect(askingRefusal({ ...CALL, state }, kyivInstant('2020-10-10', '10:00'))).toBe('announcements.asking-closed');
  });
});
