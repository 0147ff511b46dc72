import fc from 'fast-check';
import { actPaper, settle, type ActContent } from './act.js';

const act: ActContent = {
  ...{ kind: 'end-early', number: '15', on: '2021-08-01', ground: 'occupation', note: 'Місто тимчасово окуповано' },
  settlement: settle(42_000_00, 30_000_00, '2021-09-01'),
  ...{ at: new Date('2021-08-01T09:00:00Z'), place: 'м. Сєвєродонецьк' },
  contract: { number: '3/2021', signedOn: '2021-02-01', subject: 'Лави' },
  ...{ organiser: 'Департамент', organisation: 'ГО «Сад»', signer: { name: 'Оксана ДЗЮБЕНКО', position: 'Директор' } },
};

describe('an act about a contract', () => {
  it('settles to the kopeck: paid is spent and what comes back', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000_00), fc.nat(10_000_000_00), (a, b) => {
        const [paid, spent] = [Math.max(a, b), Math.min(a, b)];
        const { spentKop, returnKop, returnUntil } = settle(paid, spent, '2021-09-01');
        expect(spentKop + returnKop).toBe(paid);
        expect(returnUntil === null).toBe(returnKop === 0);
      }),
    );
  });

  it('names the ground and the settlement, and blames nobody', () => {
    const text = JSON.stringify(actPaper(act));
    expect(text).toContain('тимчасова окупація території');
    expect(text).toContain('12\u00a0000,00\u00a0грн');
    expect(text).toContain('не означає вини');
  });
});
