import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { TestApp } from './app.js';
import type { Visitor } from './visitor.js';

export interface TusAnswer {
  status: number;
  offset: number | null;
  location: string;
  body: string;
}

/** Speaks tus with the listening portal as a browser does; a line can be cut in the middle of a body. */
export class TusSender {
  private constructor(
    private readonly origin: string,
    private readonly headers: Record<string, string>,
  ) {}

  /** As the person of this browser; the token comes with a page of theirs. */
  static async of(app: TestApp, origin: string, { session }: Visitor): Promise<TusSender> {
    const page = await app.http.inject({ url: '/account', cookies: { sp_session: session! } });
    const visitor = page.cookies.find(({ name }) => name === 'sp_visitor')?.value ?? '';
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!;
    const cookie = `sp_session=${session}; sp_visitor=${visitor}`;
    return new TusSender(origin, { cookie, 'x-csrf-token': token, 'tus-resumable': '1.0.0' });
  }

  begin(metadata: Record<string, string>, size: number): Promise<TusAnswer> {
    const pairs = Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`);
    return this.send('POST', '/uploads', { 'upload-length': String(size), 'upload-metadata': pairs.join(',') });
  }

  ask(path: string): Promise<TusAnswer> {
    return this.send('HEAD', path);
  }

  drop(path: string): Promise<TusAnswer> {
    return this.send('DELETE', path);
  }

  piece(path: string, offset: number, content: Buffer): Promise<TusAnswer> {
    return this.send('PATCH', path, pieceHeaders(offset, content.length), content);
  }

  /** Promises the rest of the file and hangs up after `sent` bytes of it; `gone` false = the line is dead, yet open. */
  async brokenPiece(path: string, offset: number, rest: Buffer, sent: number, { hangsUp = true } = {}) {
    const message = this.open('PATCH', path, pieceHeaders(offset, rest.length));
    message.on('error', () => undefined);
    await new Promise<void>((done) => message.write(rest.subarray(0, sent), () => done()));
    if (hangsUp) message.destroy();
    return message;
  }

  private open(method: string, path: string, headers: Record<string, string>) {
    return request(this.origin + path, { method, agent: false, headers: { ...this.headers, ...headers } });
  }

  private async send(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: Buffer,
  ): Promise<TusAnswer> {
    const message = this.open(method, path, headers);
    message.end(body);
    const [answer] = (await once(message, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    const offset = answer.headers['upload-offset'];
    return {
      status: answer.statusCode!,
      offset: offset === undefined ? null : Number(offset),
      location: String(answer.headers.location ?? ''),
      body: Buffer.concat(chunks).toString(),
    };
  }
}

const pieceHeaders = (offset: number, length: number) => ({
  ...{ 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
  'content-length': String(length),
});
