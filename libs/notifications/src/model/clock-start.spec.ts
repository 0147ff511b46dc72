import fc from 'fast-check';
import { clockStart, type LetterFate } from './clock-start.js';

const day = (number: number): Date => new Date(Date.UTC(2020, 10, number, 9));
const letter = (fate: Partial<LetterFate>): LetterFate => ({
  ...{ state: 'sent', sentAt: day(2), openedAt: null, isReturned: false },
  ...fate,
});
const start = (letters: LetterFate[], toldAt: Date | null = null) => clockStart({ letters, toldAt });

describe('from when a term runs', () => {
  it('from the letter that was sent and is not known as undelivered', () => {
    expect(start([letter({})])).toEqual({ runs: true, from: day(2), because: 'sent' });
  });

  it.each([
    ['on its way', { state: 'queued', sentAt: null }, 'not-sent'],
    ['being sent', { state: 'sending', sentAt: null }, 'not-sent'],
    ['given up after all tries', { state: 'failed', sentAt: null }, 'not-sent'],
    ['refused for good', { state: 'refused', sentAt: null }, 'refused'],
    ['returned, though it was sent', { isReturned: true }, 'returned'],
  ])('does not run from a letter that is %s', (_, fate, because) => {
    expect(start([letter(fate)])).toEqual({ runs: false, because });
  });

  it('runs from the opening in the cabinet, though the mailbox refused', () => {
    const letters = [letter({ state: 'refused', sentAt: null, openedAt: day(5) })];
    expect(start(letters)).toEqual({ runs: true, from: day(5), because: 'opened' });
  });

  it('runs from the call that reached somebody, when the letter came back', () => {
    expect(start([letter({ isReturned: true })], day(7))).toEqual({ runs: true, from: day(7), because: 'told' });
  });

  it('is not moved by a call or an opening that came after a delivered letter', () => {
    expect(start([letter({ openedAt: day(4) })], day(7))).toEqual({ runs: true, from: day(2), because: 'sent' });
  });

  it('runs from the first of the people who was reached', () => {
    const letters = [letter({ isReturned: true }), letter({ sentAt: day(3) }), letter({ sentAt: day(6) })];
    expect(start(letters)).toEqual({ runs: true, from: day(3), because: 'sent' });
  });

  it('runs from nothing when there is no letter', () => {
    expect(start([])).toEqual({ runs: false, because: 'not-sent' });
  });

  it('never runs when every letter is known as undelivered, nobody opened it and nobody was told', () => {
    const undelivered = fc.record({
      state: fc.constantFrom('queued', 'sending', 'failed', 'refused', 'sent'),
      sentAt: fc.constantFrom(null, day(1), day(2)),
      openedAt: fc.constant(null),
      isReturned: fc.constant(true),
    });
    fc.assert(fc.property(fc.array(undelivered), (letters) => !start(letters).runs));
  });
});
