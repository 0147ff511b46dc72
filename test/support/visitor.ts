import type { TestApp } from './app.js';

export interface Answer {
  status: number;
  /** Path without host; empty when the answer is no redirect. */
  location: string;
  html: string;
  /** What a reader sees in <main>, white space collapsed. */
  text: string;
}

/** A browser without a screen: keeps cookies, sends the CSRF token of the last page with every form. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private csrf = '';

  constructor(
    private readonly app: TestApp,
    private readonly address = '127.0.0.1',
  ) {}

  get session(): string | undefined {
    return this.cookies.get('sp_session');
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** Comes with the cookie of a session that was started elsewhere. */
  withSession(token: string): this {
    this.cookies.set('sp_session', token);
    return this;
  }

  /** As a browser that was started again, or cleaned: the cookie is not there any more. */
  forget(...names: ('sp_session' | 'sp_visitor')[]): this {
    for (const name of names) this.cookies.delete(name);
    return this;
  }

  async get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** Posts a form; take a page first, so that there is a token. A list is several ticked boxes of one name. */
  async post(
    path: string,
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const typed = Object.entries({ _csrf: this.csrf, ...fields });
    const pairs = typed.flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
    const form = new URLSearchParams(pairs).toString();
    return this.send('POST', path, form, { 'content-type': 'application/x-www-form-urlencoded', ...headers });
  }

  /** Posts bytes as they are. The token comes before all fields of a form with files; elsewhere in a header, as from our scripts. */
  async postRaw(path: string, type: string, payload: string, headers: Record<string, string> = {}): Promise<Answer> {
    const edge = `--${/boundary=(.+)$/.exec(type)?.[1]}`;
    if (!payload.startsWith(edge))
      return this.send('POST', path, payload, { 'content-type': type, 'x-csrf-token': this.csrf, ...headers });
    const token = [edge, 'content-disposition: form-data; name="_csrf"', '', this.csrf, payload].join('\r\n');
    return this.send('POST', path, token, { 'content-type': type, ...headers });
  }

  private async send(
    method: 'GET' | 'POST',
    path: string,
    payload?: string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await this.app.http.inject({
      method,
      url: path,
      payload,
      remoteAddress: this.address,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
    });
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    this.csrf = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? this.csrf;
    return {
      status: response.statusCode,
      location: String(response.headers.location ?? ''),
      html: response.body,
      text: textOf(response.body),
    };
  }
}

function textOf(html: string): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html;
  return main
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
