import { hashPassword } from '../../libs/identity/src/model/password-hash.js';
import { startApp, type TestApp } from '../support/app.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

const PASSWORD = 'три лопати біля хати';

let app: TestApp;
let world: World;
let passwordHash: string;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const account = (email: string) => world.person([], { email, password_hash: passwordHash });

async function signIn(visitor: Visitor, email: string, password = PASSWORD, next = '') {
  await visitor.get('/sign-in');
  return visitor.post('/sign-in', { email, password, next });
}

describe('signing in', () => {
  it('starts a session and goes where the person was going', async () => {
    await account('olena@masscom.example');
    const visitor = new Visitor(app);
    const answer = await signIn(visitor, ' Olena@Masscom.example ', PASSWORD, '/account');
    expect([answer.status, answer.location]).toEqual([303, '/account']);
    expect(visitor.session).toHaveLength(43);
  });
});
