import { isRefusedForGood } from './refusal.js';

describe('a letter refused for good', () => {
  it.each([
    ['no such mailbox', 550, 'RCPT TO', true],
    ['the letter itself is not taken', 554, 'DATA', true],
    ['the mailbox is busy', 450, 'RCPT TO', false],
    ['try again later', 451, 'DATA', false],
    ['our own sign-in is refused', 535, 'AUTH PLAIN', false],
    ['our own sender is refused', 550, 'MAIL FROM', false],
  ])('%s: %i after %s → %s', (_, responseCode, command, expected) => {
    expect(isRefusedForGood(Object.assign(new Error('refused'), { responseCode, command }))).toBe(expected);
  });

  it('a server that did not answer has refused nothing', () => {
    expect(isRefusedForGood(new Error('connect ECONNREFUSED'))).toBe(false);
  });
});
