export interface Mail {
  id: string;
  to: string[];
  subject: string;
  text: string;
  messageId: string;
  attachments: { name: string; size: number }[];
}

/** What the SMTP catcher of this test file has received. */
export async function mails(): Promise<Mail[]> {
  return (await (await fetch(`${process.env.MAIL_PAGE_URL}/api/mails`)).json()) as Mail[];
}

/** Makes the catcher refuse the next letters; 0 = accept again. */
export async function refuseMail(times: number | null): Promise<void> {
  await fetch(`${process.env.MAIL_PAGE_URL}/api/refuse`, { method: 'PUT', body: JSON.stringify({ times }) });
}
