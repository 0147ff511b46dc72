import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

const KEPT_MAILS = 500;
const SUFFIX = '.eml';

/**
 * @typedef {{ id: string, to: string[], from: string, subject: string, text: string, html: string, messageId: string, unsubscribe: string[],
 *   attachments: { name: string, size: number, contentType: string }[], receivedAt: string }} Mail
 * unsubscribe: the values of List-Unsubscribe and List-Unsubscribe-Post, where the mail has them
 */

/** The mails caught, newest last: in memory and as .eml files, so that a later start still shows them. */
export class Mailbox {
  /** @type {{ mail: Mail, contents: Buffer[] }[]} */
  #kept = [];
  #folder;

  /** @param {string} folder made when absent */
  constructor(folder) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Reads what an earlier start kept. */
  async load() {
    const names = readdirSync(this.#folder).filter((name) => name.endsWith(SUFFIX));
    const old = [];
    for (const name of names.sort().slice(-KEPT_MAILS)) {
      const source = readFileSync(join(this.#folder, name));
      old.push(await parse(name.slice(0, -SUFFIX.length), source));
    }
    this.#kept.unshift(...old);
  }

  /**
   * @param {Buffer} message as it came over SMTP
   * @param {string[]} recipients of the envelope: unlike the header they name hidden copies too
   */
  async keep(message, recipients) {
    const source = Buffer.concat([Buffer.from(recipients.map((to) => `Delivered-To: ${to}\r\n`).join('')), message]);
    const id = `${new Date().toISOString().replaceAll(':', '-')}-${randomBytes(4).toString('hex')}`;
    writeFileSync(join(this.#folder, id + SUFFIX), source, { mode: 0o600 });
    this.#kept.push(await parse(id, source));
    if (this.#kept.length > KEPT_MAILS) this.#remove(this.#kept.shift());
  }

  /** @returns {Mail[]} */
  list() {
    return this.#kept.map(({ mail }) => mail);
  }

  /** @returns {Mail | undefined} */
  find(id) {
    return this.#kept.find(({ mail }) => mail.id === id)?.mail;
  }

  /** @returns {Buffer | undefined} content of the n-th attachment */
  attachment(id, n) {
    return this.#kept.find(({ mail }) => mail.id === id)?.contents[n];
  }

  clear() {
    this.#kept.splice(0).forEach((entry) => this.#remove(entry));
  }

  #remove({ mail }) {
    rmSync(join(this.#folder, mail.id + SUFFIX), { force: true });
  }
}

async function parse(id, source) {
  const parsed = await simpleParser(source, { skipTextToHtml: true });
  const delivered = [parsed.headers.get('delivered-to') ?? []].flat();
  const mail = {
    id,
    to: delivered.map((address) => String(address.text ?? address)),
    from: parsed.from?.text ?? '',
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    messageId: parsed.messageId ?? '',
    unsubscribe: unsubscribeOf(parsed.headerLines),
    attachments: parsed.attachments.map(({ filename, size, contentType }) => ({
      name: filename ?? 'attachment',
      size,
      contentType,
    })),
    receivedAt: id.replace(/T(\d\d)-(\d\d)-(\d\d\.\d+Z)-.*$/, 'T$1:$2:$3'),
  };
  return { mail, contents: parsed.attachments.map(({ content }) => content) };
}

/** A mail parser shows such headers as something else: these are the lines as they came. */
function unsubscribeOf(headerLines) {
  const wanted = ['list-unsubscribe', 'list-unsubscribe-post'];
  return headerLines
    .filter(({ key }) => wanted.includes(key))
    .map(({ line }) => line.replace(/^[^:]+:\s*/, '').replace(/\r?\n\s*/g, ''));
}
