/** What a mail server reports of a letter that it could not deliver (RFC 3464). */
export interface Bounce {
  /** Of the letter that came back, with its angle brackets. */
  messageId: string;
  said: string;
}

const OURS = /<[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@[^\s<>]+>/;

/** The report in a message, or null for anything else: a delay, an answer from a holiday, a letter by hand. */
export function readBounce(message: string): Bounce | null {
  const text = message.replace(/\r\n/g, '\n');
  const header = (name: string) => new RegExp(`^${name}:[ \\t]*(.+(?:\\n[ \\t]+.+)*)`, 'im').exec(text)?.[1];
  if (!/^Action:[ \t]*failed\b/im.test(text)) return null;
  const returned = /^(?:Original-)?Message-ID:[ \t]*(?:\n[ \t]+)?(<[^\s<>]+>)/gim;
  const messageId = [...text.matchAll(returned)].map(([, id]) => id!).find((id) => OURS.test(id));
  if (!messageId) return null;
  const said = header('Diagnostic-Code') ?? header('Status') ?? '';
  return { messageId, said: said.replace(/\s+/g, ' ').trim() || 'failed' };
}
