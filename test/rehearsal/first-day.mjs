import { SPADES, submitProposal } from './applicant.mjs';
import * as check from './checks.mjs';
import { acceptInvitation, letterTo, linkIn, signInAgain } from './people.mjs';
import { addAuthority, announce, createCompetition, inviteOfficer } from './staff.mjs';

/*
 * What people do on the first day of a new server, from the first administrator to the first receipt, through its pages.
 * bin/rehearse plays it on an installed package, test/integration/first-day.spec.ts on the portal of every change.
 */

const ADMINISTRATOR = 'bezruk@portal.example';

/** @type {[string, (it: any) => unknown][]} */
export const firstDay = [
  ['make the first administrator, sign in with a second factor', signInAsAdministrator],
  ['add an authority with its plan, invite its officer by mail', addAuthorityAndOfficer],
  ['announce a competition', announceCompetition],
  ['register an organisation, submit a proposal, get the receipt', getReceipt],
  ['read the state of the system and the metrics', readState],
];

async function signInAsAdministrator(it) {
  const printed = await it.server.command(`npm run -s cli -- create-admin ${ADMINISTRATOR} Безрук Артем`);
  const newcomer = await acceptInvitation(it.server, ADMINISTRATOR, linkIn(printed));
  it.admin = await signInAgain(it.server, newcomer);
}

async function addAuthorityAndOfficer(it) {
  const slug = await addAuthority(it.admin);
  await it.server.command(`npm run -s cli -- import-plan ${slug}`);
  it.officer = await inviteOfficer(it.server, it.admin);
}

async function announceCompetition(it) {
  it.announcement = await announce(it.officer, await createCompetition(it.officer));
  return it.announcement;
}

async function getReceipt(it) {
  it.proposal = await submitProposal(it.server, it.announcement, SPADES);
  const { person, application, code } = it.proposal;
  await letterTo(it.stand, SPADES.email, `Пропозицію № ${code} прийнято`);
  await check.untilQueueIsEmpty(it.server);
  it.files = new Map([
    ...(await check.filesOn(person, `${application}/receipt`)),
    ...(await check.filesOn(person, `${application}/reading`)),
  ]);
  if (it.files.size !== 2) throw new Error(`a receipt and a statute, not ${[...it.files.keys()]}`);
  return `№ ${code}`;
}

async function readState({ admin, server }) {
  await admin.open('/admin/system');
  check.demand(admin.text, '0 очікує виконання', '0 зупинено після всіх спроб', 'гаразд');
  const { database_up: isUp, pool_waiting: waiting, work_oldest_seconds: oldest } = await server.metrics();
  if (isUp !== 1 || waiting !== 0 || oldest !== 0) throw new Error(JSON.stringify(await server.metrics()));
}
