import { messageOfToken, unsubscribeToken } from './unsubscribe-token.js';

const ID = '019ac0de-0000-7000-8000-000000000001';
const OTHER = '019ac0de-0000-7000-8000-000000000002';

describe('the link that ends letters', () => {
  const token = unsubscribeToken(ID, 'secret');

  it('names the message that it was made for', () => {
    expect(messageOfToken(token, 'secret')).toBe(ID);
  });

  it.each([
    ['another message with the same proof', token.replace(ID, OTHER)],
    ['the message alone', ID],
    ['a proof that is cut', token.slice(0, -1)],
    ['nothing', ''],
  ])('is not %s', (_, forged) => {
    expect(messageOfToken(forged, 'secret')).toBeNull();
  });

  it('is worth nothing in another installation', () => {
    expect(messageOfToken(token, 'another secret')).toBeNull();
  });
});
