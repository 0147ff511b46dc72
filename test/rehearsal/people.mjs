import { setTimeout as pause } from 'node:timers/promises';
import { generate } from 'otplib';
import { Visitor } from './visitor.mjs';

const PASSWORD = 'три лопати біля хати';
const STEP_SECONDS = 30;
const LETTER_WITHIN_MS = 30_000;
const POLL_MS = 50;

/** The letter to an address with these words in its subject, once it has come. */
export async function letterTo(stand, email, subject) {
  for (const until = Date.now() + LETTER_WITHIN_MS; Date.now() < until; await pause(POLL_MS)) {
    const found = (await stand.mails()).find((mail) => mail.to.includes(email) && mail.subject.includes(subject));
    if (found) return found;
  }
  throw new Error(`No letter «${subject}» came to ${email}`);
}

export const linkIn = (text) => /https?:\/\/\S+/.exec(text)?.[0] ?? fail(`no link in: ${text}`);

/** Sets the first password by the link of an invitation, agrees to the notice, switches the second factor on. */
export async function acceptInvitation(server, email, link) {
  const person = new Visitor(server.portal);
  person.email = email;
  await person.open(link);
  await person.send(new URL(link).pathname, { password: PASSWORD });
  if (person.path.startsWith('/consent')) await person.send('/consent', { consent: 'on' });
  await switchOnSecondFactor(person);
  return person;
}

async function switchOnSecondFactor(person) {
  await person.open('/account/second-factor');
  await person.send('/account/second-factor/begin', { password: PASSWORD });
  const [, secret] = /<code>([A-Z2-7 ]+)<\/code>/.exec(person.html) ?? fail('the page shows no secret');
  person.secret = secret.replaceAll(' ', '');
  person.codesUsed = 0;
  await person.send('/account/second-factor', { code: await nextCode(person) });
}

/** A new browser of somebody who is known: the password, then the code of the telephone. */
export async function signInAgain(server, known) {
  const person = Object.assign(new Visitor(server.portal), { ...known, portal: server.portal });
  await person.open('/sign-in');
  await person.send('/sign-in', { email: known.email, password: PASSWORD });
  if (person.path.startsWith('/sign-in/code')) await person.send('/sign-in/code', { code: await nextCode(person) });
  known.codesUsed = person.codesUsed;
  return person;
}

/** A code is taken once; the one of the next half minute is taken too, so that nobody has to wait for it. */
function nextCode(person) {
  const epoch = Math.floor(Date.now() / 1000) + person.codesUsed * STEP_SECONDS;
  person.codesUsed += 1;
  return generate({ secret: person.secret, epoch });
}

/** Somebody from an organisation registers by the letter. */
export async function signUp(server, { email, familyName, givenName }) {
  const person = new Visitor(server.portal);
  await person.open('/sign-up');
  await person.send('/sign-up', { email });
  const link = linkIn((await letterTo(server.stand, email, 'Завершіть реєстрацію')).text);
  await person.open(link);
  await person.send(new URL(link).pathname, { familyName, givenName, password: PASSWORD, consent: 'on' });
  return Object.assign(person, { email });
}

function fail(message) {
  throw new Error(message);
}
