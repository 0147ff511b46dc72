import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { startMailCatcher } from '../../bin/lib/mail-catcher.mjs';

const LETTER = {
  from: 'Сприяння <no-reply@spryiannia.example>',
  to: 'Олена <olena@people.example>',
  bcc: 'archive@people.example',
  subject: 'Пропозицію зареєстровано <№ 7>',
  text: 'Новий пароль: http://localhost:3000/password?code=a&b=1.',
  attachments: [{ filename: 'Квитанція № 7.pdf', content: Buffer.from('%PDF') }],
};

describe('mail catcher', () => {
  const folder = join(process.env.DATA_DIR ?? '', 'mail');
  let catcher: Awaited<ReturnType<typeof startMailCatcher>>;

  beforeEach(async () => {
    catcher = await startMailCatcher({ folder });
  });
  afterEach(async () => {
    await fetch(`${catcher.pageUrl}/api/mails`, { method: 'DELETE' });
    await catcher.stop();
  });

  const send = () => createTransport(catcher.smtpUrl).sendMail(LETTER);
  const mails = async () => (await fetch(`${catcher.pageUrl}/api/mails`)).json();
  const refuse = (body: string) => fetch(`${catcher.pageUrl}/api/refuse`, { method: 'PUT', body });

  it('keeps what was sent over a restart: all recipients, text and files', async () => {
    const { messageId } = await send();
    await catcher.stop();
    catcher = await startMailCatcher({ folder });
    const expected = {
      id: expect.any(String),
      to: ['olena@people.example', 'archive@people.example'],
      from: '"Сприяння" <no-reply@spryiannia.example>',
      subject: LETTER.subject,
      text: LETTER.text,
      html: '',
      messageId,
      unsubscribe: [],
      attachments: [{ name: 'Квитанція № 7.pdf', size: 4, contentType: 'application/pdf' }],
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    };
    expect(await mails()).toEqual([expected]);
  });

  it('shows a letter as text with working links, and gives its files back', async () => {
    await send();
    const [{ id }] = await mails();
    const page = await (await fetch(`${catcher.pageUrl}/mail/${id}`)).text();
    expect(page).toContain('<h1>Пропозицію зареєстровано &lt;№ 7&gt;</h1>');
    expect(page).toContain('<a href="http://localhost:3000/password?code=a&amp;b=1">');
    const file = await fetch(`${catcher.pageUrl}/mail/${id}/attachments/0`);
    expect([await file.text(), file.headers.get('content-type')]).toEqual(['%PDF', 'application/pdf']);
    expect((await fetch(`${catcher.pageUrl}/mail/${id}/attachments/1`)).status).toBe(404);
  });

  it('refuses as often as it was told, or until told otherwise', async () => {
    await refuse('{"times":2}'); // both of its recipients
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
    await send();
    await refuse('{"times":null}');
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
    await refuse('{"times":null,"code":550,"to":"olena@people.example"}');
    await expect(send()).resolves.toMatchObject({ rejected: ['olena@people.example'] });
    await refuse('{"times":0}');
    await send();
    expect(await mails()).toHaveLength(3);
    expect((await refuse('{"times":"many"}')).status).toBe(400);
    expect((await refuse('{"times":1,"code":200}')).status).toBe(400);
  });
});
