import { whyNotHandling } from './paper-sheet.js';
import { paperSheetLifecycle } from './paper-sheet.lifecycle.js';

const officer = { personId: 'officer', isStaff: true, hasDeclaredNone: false, hasConflict: false, owesSheet: false };
const member = { personId: 'member', isStaff: false, hasDeclaredNone: true, hasConflict: false, owesSheet: false };

describe('who handles a paper sheet', () => {
  it('rules 31, 32: nobody with a conflict, and no member who has declared nothing', () => {
    expect(whyNotHandling(officer, 'scorer')).toBeNull();
    expect(whyNotHandling(member, 'scorer')).toBeNull();
    expect(whyNotHandling({ ...officer, hasConflict: true }, 'scorer')).toBe('evaluation.paper-conflict');
    expect(whyNotHandling({ ...member, hasDeclaredNone: false }, 'scorer')).toBe('evaluation.paper-conflict');
  });

  it('rule 42: no member before the own sheet is signed, and nobody their own', () => {
    expect(whyNotHandling({ ...member, owesSheet: true }, 'scorer')).toBe('evaluation.paper-sign-own-first');
    expect(whyNotHandling(member, 'member')).toBe('evaluation.paper-own');
  });
});

describe('a paper sheet', () => {
  const until = new Date('2020-11-30T16:00:00Z');
  const at = (now: Date) => ({ now, competitionState: 'scoring', scoringFrom: null, scoringUntil: until });

  it('rule 40: is entered inside the window only; what was in time may be confirmed after it', () => {
    expect(paperSheetLifecycle.next('returned', 'enter', at(until))).toBe('entered');
    const late = at(new Date('2020-11-30T16:00:01Z'));
    expect(() => paperSheetLifecycle.next('returned', 'enter', late)).toThrow('evaluation.scoring-over');
    expect(paperSheetLifecycle.next('entered', 'confirm', late)).toBe('confirmed');
  });
});
