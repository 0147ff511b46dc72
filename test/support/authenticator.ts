import { generate } from 'otplib';
import { PASSWORD } from './accounts.js';
import type { Visitor } from './visitor.js';

const STEP_SECONDS = 30;

/**
 * A telephone with an app of one-time codes, which are real time. The code of the next step is accepted too, so a test
 * need not wait for one that was not used yet, and a slow machine does not make it too late.
 */
export class Authenticator {
  constructor(private readonly secret: string) {}

  code(steps = 1): Promise<string> {
    return generate({ secret: this.secret, epoch: Math.floor(Date.now() / 1000) + steps * STEP_SECONDS });
  }
}

/** A signed-in person switches the second factor on, as the page asks for it. */
export async function switchOn(visitor: Visitor): Promise<{ phone: Authenticator; recoveryCodes: string[] }> {
  await visitor.get('/account/second-factor');
  await visitor.post('/account/second-factor/begin', { password: PASSWORD });
  const { html } = await visitor.get('/account/second-factor');
  const phone = new Authenticator(/<code>([A-Z2-7 ]+)<\/code>/.exec(html)![1]!.replaceAll(' ', ''));
  const answer = await visitor.post('/account/second-factor', { code: await phone.code(0) });
  return { phone, recoveryCodes: [...answer.html.matchAll(/<code>([a-z0-9-]+)<\/code>/g)].map((match) => match[1]!) };
}
