import { adoptedLine } from './adopted-line.js';

const funded = { outcome: 'funded', amountKop: 97_742_00, place: 1, isPartial: false } as const;
const partial = { ...funded, amountKop: 12_000_00, isPartial: true } as const;
const next = { outcome: 'next', amountKop: 0, place: 9, isPartial: false } as const;
const low = { outcome: 'not-funded', amountKop: 0, place: null, isPartial: false } as const;
const nothing = (reason: string) => ({ outcome: 'not-funded', amountKop: 0, reason, note: '' });

describe('what a vote makes of a line', () => {
  it.each([
    [funded, 'adopted', { outcome: 'funded', amountKop: 97_742_00, reason: null, note: '' }],
    [funded, 'rejected', nothing('not-supported')],
    [funded, 'no-quorum', null],
    [partial, 'adopted', { outcome: 'funded', amountKop: 12_000_00, reason: null, note: '' }],
    // rule 49: against less money is not against the project
    [partial, 'rejected', { outcome: 'next', amountKop: 0, reason: null, note: '' }],
    [next, 'adopted', { outcome: 'next', amountKop: 0, reason: null, note: '' }],
    [next, 'rejected', nothing('not-supported')],
    [low, 'adopted', nothing('below-passing')],
    [low, 'rejected', nothing('below-passing')],
  ] as const)('%j %s', (proposed, result, line) => {
    expect(adoptedLine(proposed, result)).toEqual(line);
  });
});
