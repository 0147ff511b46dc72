import fc from 'fast-check';
import { splitGroup, type FreeSlot } from './split-group.js';

const slot = (id: string, hour: number, free: number | null, host = 'ЦНАП'): FreeSlot => ({
  ...{ id, host, free },
  startsAt: new Date(Date.UTC(2020, 4, 21, hour)),
});

describe('a group among slots', () => {
  it('scenario 2.10: three offices, one day – 14 pupils where a slot holds 12 are 12 + 2 in neighbouring slots of one host', () => {
    const slots = [slot('a', 9, 12), slot('b', 10, 12), slot('c', 9, 50, 'Музей')];
    expect(splitGroup(slots, 'a', 14)).toEqual([
      { slotId: 'a', seats: 12 },
      { slotId: 'b', seats: 2 },
    ]);
    expect(splitGroup(slots, 'a', 12)).toEqual([{ slotId: 'a', seats: 12 }]);
    expect(splitGroup(slots, 'b', 14)).toEqual([
      { slotId: 'b', seats: 12 },
      { slotId: 'a', seats: 2 },
    ]);
    expect(splitGroup(slots, 'a', 25)).toBeNull();
  });

  it('is never given more than there is, and always all of it or nothing', () => {
    const frees = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(frees, fc.integer({ min: 1, max: 60 }), fc.nat(), (free, seats, which) => {
        const slots = free.map((one, index) => slot(String(index), 8 + index, one));
        const found = splitGroup(slots, String(which % slots.length), seats);
        const total = free.reduce((sum, one) => sum + one, 0);
        if (found === null) return expect(total).toBeLessThan(seats);
        expect(found.reduce((sum, one) => sum + one.seats, 0)).toBe(seats);
        for (const one of found) expect(one.seats).toBeLessThanOrEqual(free[Number(one.slotId)]!);
      }),
    );
  });
});
