import { until } from './until.js';

export interface Mail {
  id: string;
  to: string[];
  subject: string;
  text: string;
  messageId: string;
  /** List-Unsubscribe and List-Unsubscribe-Post, where the letter has them. */
  unsubscribe: string[];
  attachments: { name: string; size: number }[];
}

/** What the SMTP catcher of this test file has received. */
export async function mails(): Promise<Mail[]> {
  return (await (await fetch(`${process.env.MAIL_PAGE_URL}/api/mails`)).json()) as Mail[];
}

/** The letter to an address with these words in its subject, once it has come. */
export async function letterTo(email: string, subject: string): Promise<Mail> {
  const isIt = (mail: Mail) => mail.to.includes(email) && mail.subject.includes(subject);
  return (await until(mails, (all) => all.some(isIt))).find(isIt)!;
}

/** The first address in the text of a letter. */
export function linkIn(mail: Mail): string {
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
  if (!link) throw new Error(`no link in «${mail.subject}»:\n${mail.text}`);
  return link;
}

/** Makes the catcher refuse the next letters (with 451, or as said; or only those to one address); 0 = accept again. */
export async function refuseMail(times: number | null, how: { code?: number; to?: string } = {}): Promise<void> {
  await fetch(`${process.env.MAIL_PAGE_URL}/api/refuse`, { method: 'PUT', body: JSON.stringify({ times, ...how }) });
}
