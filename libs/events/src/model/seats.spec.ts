import fc from 'fast-check';
import { freeSeats, offerUntil, placingOf, promotionAt, type Counted, type Taken } from './seats.js';

const STARTS = new Date('2020-05-14T07:00:00Z');
const event = (values: Partial<Counted> = {}): Counted => ({
  ...{ capacity: 25, reservedSeats: 0, waitlist: 'auto', cutoffHours: 24, startsAt: STARTS },
  ...values,
});
const taken = (open: number, waiting = 0): Taken => ({ open, reserved: 0, waiting });

describe('places of an event', () => {
  it('are given while there are some, and never past those who wait', () => {
    expect(placingOf(event(), taken(24), 1)).toBe('confirmed');
    expect(placingOf(event(), taken(24), 2)).toBe('waitlisted');
    expect(placingOf(event(), taken(20, 1), 1)).toBe('waitlisted');
    expect(placingOf(event({ waitlist: 'off' }), taken(25), 1)).toBeNull();
    expect(placingOf(event({ capacity: null }), taken(500), 100)).toBe('confirmed');
  });

  it('that are reserved are nobody else’s', () => {
    expect(placingOf(event({ reservedSeats: 5 }), taken(20), 1)).toBe('waitlisted');
  });

  it('are never given twice, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 80 }),
        fc.integer({ min: 1, max: 40 }),
        (groups, capacity) => {
          const now = taken(0);
          for (const seats of groups) {
            const placing = placingOf(event({ capacity }), now, seats);
            if (placing === 'confirmed') now.open += seats;
            else now.waiting += 1;
          }
          expect(freeSeats(event({ capacity }), now)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('that come free are given at once before the cut-off and offered after it', () => {
    expect(promotionAt(event(), new Date('2020-05-12T20:10:00Z'))).toBe('promote');
    expect(promotionAt(event(), new Date('2020-05-13T12:00:00Z'))).toBe('offer');
    expect(promotionAt(event({ waitlist: 'offer' }), new Date('2020-05-01T00:00:00Z'))).toBe('offer');
    expect(promotionAt(event(), STARTS)).toBeNull();
  });

  it('wait twelve hours for an answer, or until the beginning if sooner', () => {
    expect(offerUntil(STARTS, new Date('2020-05-13T12:00:00Z'))).toEqual(new Date('2020-05-14T00:00:00Z'));
    expect(offerUntil(STARTS, new Date('2020-05-13T22:00:00Z'))).toEqual(STARTS);
  });
});
