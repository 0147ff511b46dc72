import { expansionOf, type PartyOfMeasure } from './expansion.js';

const party: PartyOfMeasure = {
  ...{
    measureId: 'm',
    number: '2.3',
    position: 2,
    partyKey: 'districts',
    name: 'райдержадміністрації',
    byConsent: false,
  },
};
const body = (id: string, validFrom = '2015-01-01', validUntil: string | null = null) => ({
  ...{ id, classKey: 'districts', name: id, validFrom, validUntil },
});

describe('a class of the plan', () => {
  it('becomes the bodies that act in the year; both of a district that was re-cut answer in it', () => {
    const bodies = [
      body('old', '2015-01-01', '2020-07-18'),
      body('new', '2020-07-19'),
      body('gone', '2010-01-01', '2019-12-31'),
    ];
    const found = expansionOf(2020, [party], bodies, []);
    expect(found.added.map(({ bodyId, consent }) => [bodyId, consent])).toEqual([
      ['old', 'not-needed'],
      ['new', 'not-needed'],
    ]);
  });

  it('compared again shows only what differs, and keeps whoever has written', () => {
    const existing = [
      { id: '1', measureId: 'm', bodyId: 'a', consent: 'not-needed' as const, hasAnswers: false },
      { id: '2', measureId: 'm', bodyId: 'b', consent: 'not-asked' as const, hasAnswers: false },
      { id: '3', measureId: 'm', bodyId: 'c', consent: 'declined' as const, hasAnswers: false },
    ];
    const found = expansionOf(2020, [party], [body('a'), body('d')], existing);
    expect(found).toMatchObject({ same: 1, removed: [{ id: '2' }], kept: [{ id: '3' }], empty: [] });
    expect(found.added.map(({ bodyId }) => bodyId)).toEqual(['d']);
  });

  it('without a body is named', () => {
    expect(expansionOf(2020, [party], [], []).empty).toEqual([{ partyKey: 'districts', name: 'райдержадміністрації' }]);
  });
});
