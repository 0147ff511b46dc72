import { cleanRequest, cleanText } from './clean-text.js';
import type { PortalRequest } from './request-context.js';

const requestOf = (parts: Partial<PortalRequest>): PortalRequest =>
  ({ params: {}, query: {}, body: undefined, ...parts }) as PortalRequest;

describe('cleanText', () => {
  it('takes out control characters and keeps tabs, line ends and every letter', () => {
    expect(cleanText('а\u0000б\u0007\u001b\u007f\u0085\tв\r\nї’ 👍')).toBe('аб\tв\r\nї’ 👍');
  });
});

describe('cleanRequest', () => {
  it('cleans lists and records inside the body, and leaves out a field of an unclean name', () => {
    const request = requestOf({
      body: { lines: [{ title: 'а\u0000' }, 'б\u0000'], 'x\u0000': '1', count: 5, no: null },
    });
    cleanRequest(request);
    expect(request.body).toEqual({ lines: [{ title: 'а' }, 'б'], count: 5, no: null });
  });

  it('makes a record of a body that is not there', () => {
    const request = requestOf({});
    cleanRequest(request);
    expect(request.body).toEqual({});
  });
});
