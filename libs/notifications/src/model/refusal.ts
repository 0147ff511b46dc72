/** What nodemailer tells of a failed letter. */
interface SmtpError {
  /** Three digits of the server's answer. */
  responseCode?: number;
  /** What the server was answering. */
  command?: string;
}

/** Only an answer about the mailbox or the letter itself is about the addressee. */
const ABOUT_THE_ADDRESSEE = ['RCPT TO', 'DATA'];

/**
 * True when the server of the addressee will never take this letter (RFC 5321, 4.2.1: 5yz). A refused sign-in, a refused
 * sender or a server that cannot be reached is ours to mend: such a letter is tried again.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { responseCode = 0, command = '' } = (error ?? {}) as SmtpError;
  return responseCode >= 500 && responseCode < 600 && ABOUT_THE_ADDRESSEE.includes(command);
}
