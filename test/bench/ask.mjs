import { request } from 'node:http';

/**
 * One request on a kept line. The form goes as a browser sends it.
 * @param {{ url: string, agent: import('node:http').Agent, path: string, cookie: string, form?: string }} asked
 * @returns {Promise<{ status: number, location: string, body: string, cookie: string, ms: number }>} status 0 = the line broke
 */
export function ask({ url, agent, path, cookie, form }) {
  const from = Date.now();
  const headers = {
    cookie,
    ...(form && { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(form) }),
  };
  return new Promise((resolve) => {
    const sent = request(url + path, { agent, method: form ? 'POST' : 'GET', headers }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode,
          location: answer.headers.location ?? '',
          body: Buffer.concat(chunks).toString(),
          cookie: (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; '),
          ms: Date.now() - from,
        }),
      );
    });
    sent.on('error', (error) =>
      resolve({ status: 0, location: '', body: String(error), cookie: '', ms: Date.now() - from }),
    );
    sent.end(form);
  });
}

/** The hidden field of a form on a page; empty when it is not there. */
export const fieldOf = (body, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';
