import { readBounce } from './bounce.js';

const OURS = '<019ac0de-0000-7000-8000-000000000001@spryiannia.example>';
const bounce = (action: string, id = OURS): string =>
  [
    'From: MAILER-DAEMON@mail.example',
    'Message-ID: <20201105.1@mail.example>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    `Final-Recipient: rfc822; somebody@ngo.example`,
    `Action: ${action}`,
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1',
    '    No such user here',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${id}`,
    'Subject: =?utf-8?B?0KI=?=',
    '--b--',
  ].join('\r\n');

describe('a report that a letter came back', () => {
  it('names our letter and says why', () => {
    expect(readBounce(bounce('failed'))).toEqual({ messageId: OURS, said: 'smtp; 550 5.1.1 No such user here' });
  });

  it.each([
    ['a delay', bounce('delayed')],
    ['a letter of somebody else', bounce('failed', '<other@mail.example>')],
    ['an answer by hand', `From: a@b.example\nIn-Reply-To: ${OURS}\n\nДякую!`],
    ['nothing', ''],
  ])('is not %s', (_, message) => {
    expect(readBounce(message)).toBeNull();
  });
});
