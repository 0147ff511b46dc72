import { once } from 'node:events';

const WARM_UP = 4;
const PERCENT = 100;
const QUIET = 2 / 3;

/** A visitor with a cookie jar of one: signs in through the page of the demo. */
export class BenchVisitor {
  cookies = new Map();

  /** @param {{ url: string, child: import('node:child_process').ChildProcess }} portal */
  constructor(portal) {
    this.portal = portal;
  }

  async fetch(path, options = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(this.portal.url + path, {
      redirect: 'manual',
      ...options,
      headers: { cookie, ...options.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name, ...value] = line.split(';')[0].split('=');
      this.cookies.set(name, value.join('='));
    }
    return answer;
  }

  async signIn(email) {
    const page = await (await this.fetch('/demo')).text();
    const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const answer = await this.fetch('/demo/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.portal.url },
      body: new URLSearchParams({ _csrf: token, email }),
    });
    if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
    return this;
  }

  /** How many statements this portal has sent so far. */
  async statements() {
    const answer = once(this.portal.child, 'message');
    this.portal.child.send('count');
    return (await answer)[0].count;
  }
}

/**
 * Opens a page in both worlds in turns, so that what else the machine does hits both alike.
 * @param {BenchVisitor[]} visitors one for each world
 * @param {string} path
 * @param {number} count requests in each world, one after another
 * @returns {Promise<{ status: number, statements: number, bytes: number, times: number[] }[]>} milliseconds
 */
export async function measureInTurns(visitors, path, count) {
  const times = visitors.map(() => []);
  const pages = [];
  for (const visitor of visitors) pages.push(await describe(visitor, path));
  for (let index = 0; index < count; index += 1)
    for (const [world, visitor] of visitors.entries()) {
      const from = performance.now();
      await (await visitor.fetch(path)).arrayBuffer();
      times[world].push(performance.now() - from);
    }
  return pages.map((page, world) => ({ ...page, times: times[world] }));
}

/** Warms the page up and counts what it asks of the database. */
async function describe(visitor, path) {
  for (let index = 1; index < WARM_UP; index += 1) await (await visitor.fetch(path)).arrayBuffer();
  const before = await visitor.statements();
  const answer = await visitor.fetch(path);
  const { byteLength: bytes } = await answer.arrayBuffer();
  return { status: answer.status, bytes, statements: (await visitor.statements()) - before };
}

/**
 * @param {number[]} times
 * @returns {{ p50: number, p95: number }} the median is that of what is left without the slowest third, which other
 *   work of the machine has hit
 */
export function percentiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (list, percent) => list[Math.min(list.length - 1, Math.floor((list.length * percent) / PERCENT))];
  return { p50: at(sorted.slice(0, Math.ceil(sorted.length * QUIET)), 50), p95: at(sorted, 95) };
}
