import type { Actor, Grant } from '#libs/platform/access';
import { hashPassword } from '#libs/identity';
import type { TestApp } from './app.js';
import { Visitor, type Answer } from './visitor.js';
import type { World } from './world.js';

export const PASSWORD = 'три лопати біля хати';

let passwordHash: Promise<string> | null = null;

/** People with a password, and browsers in which they are signed in. */
export class Accounts {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  async open(email: string, grants: Grant[] = []): Promise<Actor & { personId: string }> {
    passwordHash ??= hashPassword(PASSWORD);
    return this.world.person(grants, { email, password_hash: await passwordHash });
  }

  async signedIn(email: string, grants: Grant[] = []): Promise<Visitor> {
    await this.open(email, grants);
    return this.signedInAgain(email);
  }

  /** Another browser of somebody who is known already. */
  async signedInAgain(email: string): Promise<Visitor> {
    const visitor = new Visitor(this.app);
    const answer = await signIn(visitor, email);
    if (answer.status !== 303) throw new Error(`${email} cannot sign in: ${answer.text}`);
    return visitor;
  }
}

export async function signIn(visitor: Visitor, email: string, password = PASSWORD, next = ''): Promise<Answer> {
  await visitor.get('/sign-in');
  return visitor.post('/sign-in', { email, password, next });
}
