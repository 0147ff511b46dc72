import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { Mailbox } from './mailbox.mjs';
import { listPage, mailPage } from './mail-pages.mjs';

const LOOPBACK = '127.0.0.1';
const LARGEST_MAIL_BYTES = 30 * 1024 * 1024;
const LARGEST_REQUEST_BYTES = 1_000;
const TEMPORARY_REFUSAL = 451;
const SAFE_PAGE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'";

/**
 * Catches every mail the system sends and shows it on a page. Nothing leaves the machine.
 * - `GET /` list, `GET /mail/:id` one mail, `…/html` as formatted, `…/attachments/:n` a file
 * - `GET /api/mails` → Mail[] (see mailbox.mjs), `DELETE /api/mails` forgets them
 * - `PUT /api/refuse` `{ "times": 3 }` answers for the next three recipients with 451, `{ "times": null }` for all, `{ "times": 0 }` none;
 *   with `"code": 550` with another answer, with `"to": "a@b.example"` only for this address
 * @param {{ folder: string, pagePort?: number, smtpPort?: number, host?: string }} options port 0 = any free one
 * @returns {Promise<{ smtpUrl: string, pageUrl: string, stop: () => Promise<void> }>}
 */
export async function startMailCatcher({ folder, pagePort = 0, smtpPort = 0, host = LOOPBACK }) {
  const mailbox = new Mailbox(folder);
  const refusal = { times: 0, code: TEMPORARY_REFUSAL, to: null };
  const smtp = smtpServer(mailbox, refusal);
  const http = createServer((request, response) => {
    answer(request, mailbox, refusal)
      .catch((error) => ({ status: 400, type: 'text/plain', body: error.message }))
      .then((reply) => send(response, reply));
  });
  await Promise.all([mailbox.load(), listen(smtp, smtpPort, host), listen(http, pagePort, host)]);
  const shown = host === LOOPBACK ? 'localhost' : host;
  return {
    smtpUrl: `smtp://${host}:${smtp.server.address().port}`,
    pageUrl: `http://${shown}:${/** @type {any} */ (http.address()).port}`,
    async stop() {
      http.closeAllConnections();
      await Promise.all([new Promise((done) => smtp.close(done)), new Promise((done) => http.close(done))]);
    },
  };
}

function smtpServer(mailbox, refusal) {
  return new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL_BYTES,
    onRcptTo: ({ address }, _session, done) => done(refuse(refusal, address)),
    onData(stream, { envelope }, done) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error('Too large'), { responseCode: 552 }));
        const recipients = envelope.rcptTo.map(({ address }) => address);
        mailbox.keep(Buffer.concat(chunks), recipients).then(() => done(), done);
      });
    },
  });
}

/**
 * @param {{ times: number | null, code: number, to: string | null }} refusal times: null = until told otherwise
 * @param {string} address
 */
function refuse(refusal, address) {
  if (refusal.times === 0 || (refusal.to !== null && refusal.to !== address)) return undefined;
  if (refusal.times !== null) refusal.times -= 1;
  const words = refusal.code < 500 ? 'Try again later' : `No such mailbox: <${address}>`;
  return Object.assign(new Error(words), { responseCode: refusal.code });
}

async function answer(request, mailbox, refusal) {
  const path = new URL(request.url, 'http://localhost').pathname;
  const [, id, part = 'mail', n] = /^\/mail\/([\w.-]+)(?:\/(html|attachments)(?:\/(\d+))?)?$/.exec(path) ?? [];
  const mail = mailbox.find(id);
  switch (`${request.method} ${mail ? part : path}`) {
    case 'GET /':
      return { body: listPage(mailbox.list()) };
    case 'GET mail':
      return { body: mailPage(mail) };
    case 'GET html':
      return { body: mail.html, headers: { 'content-security-policy': `${SAFE_PAGE}; sandbox` } };
    case 'GET attachments':
      return attachment(mailbox.attachment(id, Number(n)), mail.attachments[n]);
    case 'GET /api/mails':
      return { type: 'application/json', body: JSON.stringify(mailbox.list()) };
    case 'DELETE /api/mails':
      mailbox.clear();
      return { status: 204 };
    case 'PUT /api/refuse':
      Object.assign(refusal, wantedRefusals(JSON.parse(await readBody(request))));
      return { status: 204 };
    default:
      return { status: 404, type: 'text/plain', body: 'Немає такої сторінки. / No such page.' };
  }
}

function wantedRefusals({ times, code = TEMPORARY_REFUSAL, to = null }) {
  if (times !== null && !(Number.isInteger(times) && times >= 0)) throw new Error('times: a whole number or null');
  if (!Number.isInteger(code) || code < 400 || code > 599) throw new Error('code: 400 to 599');
  return { times, code, to };
}

function attachment(body, described) {
  if (!body) return { status: 404 };
  const headers = { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(described.name)}` };
  return { type: described.contentType, body, headers };
}

async function readBody(request) {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > LARGEST_REQUEST_BYTES) throw new Error('Too large');
  }
  return body;
}

function send(response, { status = 200, type = 'text/html', body = '', headers = {} }) {
  const charset = type.startsWith('text/') ? '; charset=utf-8' : '';
  response.writeHead(status, {
    'content-type': type + charset,
    'content-security-policy': SAFE_PAGE,
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}
