const WARM_UP = 4;
const PERCENT = 100;

/** A visitor with a cookie jar of one: signs in through the page of the demo. */
export class BenchVisitor {
  cookies = new Map();

  constructor(url) {
    this.url = url;
  }

  async fetch(path, options = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(this.url + path, {
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
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.url },
      body: new URLSearchParams({ _csrf: token, email }),
    });
    if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
    return this;
  }
}

/**
 * @param {BenchVisitor} visitor
 * @param {string} path
 * @param {number} count requests, one after another
 * @returns {Promise<{ status: number, p50: number, p95: number, perSecond: number, bytes: number }>} times in milliseconds
 */
export async function measure(visitor, path, count) {
  const times = [];
  let [status, bytes] = [0, 0];
  for (let index = -WARM_UP; index < count; index += 1) {
    const from = performance.now();
    const answer = await visitor.fetch(path);
    const body = await answer.arrayBuffer();
    if (index >= 0) times.push(performance.now() - from);
    [status, bytes] = [answer.status, body.byteLength];
  }
  times.sort((a, b) => a - b);
  const at = (percent) => times[Math.min(times.length - 1, Math.floor((times.length * percent) / PERCENT))];
  const total = times.reduce((sum, each) => sum + each, 0);
  return { status, bytes, p50: at(50), p95: at(95), perSecond: (count * 1000) / total };
}
