import { request } from 'node:http';
import { askedBy, choicesOf, formsOf, plain } from './forms-of.mjs';

const REDIRECTS_MAX = 5;

/** Somebody before a browser without scripts, behind the proxy of docs/operations/nginx.conf. */
export class Visitor {
  #cookies = new Map();
  /** Where we are, without host. */
  path = '/';
  html = '';

  /** @param {{ port: number, publicUrl: string }} portal */
  constructor(portal) {
    this.portal = portal;
  }

  /** What a reader sees in <main>. */
  get text() {
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(this.html)?.[1] ?? this.html;
    return plain(main.replace(/<[^>]+>/g, ' '))
      .replace(/\s+/g, ' ')
      .trim();
  }

  /** Opens a path or an address from a letter. @throws Error when the page is not there */
  async open(address) {
    const { pathname, search } = new URL(address, this.portal.publicUrl);
    const answer = await this.#follow(await this.ask('GET', pathname + search), pathname + search);
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}: ${this.text.slice(0, 500)}`);
    return this;
  }

  /**
   * Fills the form whose action ends so, and sends it; fields that are not named keep what they show.
   * @throws Error when the form has no such field; with what the page then says, when it comes back
   */
  async send(action, values = {}) {
    const form = formsOf(this.html).find((one) => one.action.split('?')[0].endsWith(action));
    if (!form) throw new Error(`${this.path} has no form for ${action}: ${this.text.slice(0, 500)}`);
    const unknown = Object.keys(values).filter((name) => !form.names.includes(name));
    if (unknown.length > 0) throw new Error(`${this.path} does not ask for ${unknown.join(', ')} any more`);
    const kept = form.fields.filter(([name]) => !(name in values));
    const body = new URLSearchParams([...kept, ...pairsOf(values)]).toString();
    return this.#post(form.action, body, 'application/x-www-form-urlencoded');
  }

  /** Sends a file in the form whose action ends so. */
  async attach(action, field, { name, type, content }) {
    const form = formsOf(this.html).find((one) => one.action.includes(action));
    if (!form) throw new Error(`${this.path} has no form for ${action}`);
    const data = new FormData();
    for (const [name, value] of form.fields) if (name === '_csrf') data.set(name, value);
    data.set(field, new File([content], name, { type }));
    const encoded = new Response(data);
    const body = Buffer.from(await encoded.arrayBuffer());
    return this.#post(form.action, body, String(encoded.headers.get('content-type')));
  }

  /** The value of the first choice of a list or of radio buttons whose words begin so. */
  choice(name, words) {
    const found = choicesOf(this.html, name).find(({ value, text }) => value !== '' && text.startsWith(words));
    if (!found) throw new Error(`${this.path} offers no «${words}» as ${name}`);
    return found.value;
  }

  /** Something for every question of the first form whose field begins so: words where they are typed, a tick elsewhere. */
  somethingInEvery(beginning) {
    const asked = askedBy(this.html).filter(({ name }) => name.startsWith(beginning));
    return Object.fromEntries(asked.map(({ name, value }) => [name, value || 'Сім років толок, агроном у команді.']));
  }

  /** The bytes behind an address. */
  async file(path) {
    const { status, body } = await this.ask('GET', path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return body;
  }

  /** @returns {Promise<{ status: number, location: string, body: Buffer }>} */
  ask(method, path, body = undefined, type = undefined) {
    const { port, publicUrl } = this.portal;
    const headers = {
      host: new URL(publicUrl).host,
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'https',
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
    };
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          this.#remember(answer.headers['set-cookie'] ?? []);
          const location = answer.headers.location ?? '';
          resolve({ status: answer.statusCode ?? 0, location, body: Buffer.concat(chunks) });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  async #post(action, body, type) {
    const answer = await this.ask('POST', action, body, type);
    const last = await this.#follow(answer, action);
    if (answer.status >= 400 || last.status >= 400) {
      const errors = /<div class="govuk-error-summary"[\s\S]*?<\/ul>/.exec(this.html)?.[0].replace(/<[^>]+>/g, ' ');
      throw new Error(`${action} was not taken (${last.status}): ${plain(errors ?? this.text).slice(0, 800)}`);
    }
    return this;
  }

  async #follow(first, path) {
    let answer = first;
    this.path = path;
    for (let turn = 0; answer.location && turn < REDIRECTS_MAX; turn += 1) {
      const { pathname, search } = new URL(answer.location, this.portal.publicUrl);
      this.path = pathname + search;
      answer = await this.ask('GET', this.path);
    }
    this.html = answer.body.toString('utf8');
    return answer;
  }

  #remember(lines) {
    for (const line of lines) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
  }
}

/** A list of values is several boxes of one name. */
const pairsOf = (values) =>
  Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]));
