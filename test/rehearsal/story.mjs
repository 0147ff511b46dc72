import { join } from 'node:path';
import { LIBRARY, SPADES, submitProposal } from './applicant.mjs';
import * as check from './checks.mjs';
import { firstDay } from './first-day.mjs';
import { pack, takeCommit, takeSources } from './package.mjs';
import { look, lookAgain } from './pages.mjs';
import { letterTo } from './people.mjs';
import { previousVersion } from './previous-version.mjs';
import { Server } from './server.mjs';
import { Visitor } from './visitor.mjs';

/*
 * The rehearsal in the order in which it happens. What is run on a server are the commands of docs/operations.md, letter
 * by letter: test/operations-docs.spec.ts compares. `it` holds what later steps need; the words that a step returns are
 * printed beside its seconds.
 */

const MAKE_PACKAGE = [
  'npm ci && npm run build && npm prune --omit=dev',
  'tar czf spryiannia.tgz package.json node_modules dist docs',
];
const NEW_PASSWORD = 'Новий пароль';

const { demand } = check;

/** @type {{ title: string, skip?: () => string | null, steps: [string, (it: any) => unknown][] }[]} */
export const story = [
  {
    title: 'A new server',
    steps: [
      ['make the package', makePackage],
      ['start PostgreSQL, Redis and a mail server', ({ stand }) => stand.startServices()],
      ['make the database, unpack, write the settings', install],
      ['be refused with the settings of the example and DEMO=1', beRefused],
      ['migrate', ({ server }) => migrate(server)],
      ['start portal and worker', ({ server }) => startAll(server)],
      ...firstDay,
    ],
  },
  {
    title: 'The server is lost',
    steps: [
      ['make the nightly backup while a letter cannot leave', backUpNightly],
      ['take a proposal that the backup does not know', takeLateProposal],
      ['lose the server: power, disk and Redis', loseEverything],
      ['install another one, restore into another database', restoreElsewhere],
      ['start the portal: people, receipt and files are there', findEverything],
      ['walk the chains', ({ second }) => lastLine(second.command('npm run -s cli -- verify-chains'))],
      ['start the worker: the held letter stays, a new one goes', holdLetter],
      ['release the letter: it comes once', releaseLetter],
    ],
  },
  {
    title: 'An upgrade with data',
    skip: () => ('why' in previousVersion() ? previousVersion().why : null),
    steps: [
      ['make the package of the previous version', makePreviousPackage],
      ['install it, load its demo world', installPrevious],
      ['start it, look at its pages', lookAtPages],
      ['stop the worker, back up', backUpPrevious],
      ['restore the backup with the new version elsewhere', rehearseRestore],
      ['unpack the new version beside it, migrate, move the link', upgrade],
      ['compare the rows, walk the chains', compare],
      ['restart: every page is there', restart],
      ['do the work that the old version owed', ({ old }) => check.untilQueueIsEmpty(old)],
    ],
  },
];

async function makePackage(it) {
  const sources = join(it.stand.folder, 'this');
  takeSources(sources);
  it.archive = await pack(sources, MAKE_PACKAGE, 'this-version');
}

async function install(it) {
  it.server = new Server(it.stand, 'server');
  it.server.moveLink(it.server.unpack(it.archive));
  it.databaseUrl = await it.stand.createDatabase('spryiannia');
  await it.server.writeSettings(it.databaseUrl);
}

async function beRefused({ server }) {
  const settings = './docs/operations/spryiannia.env.example';
  const outcome = await server.command('npm run -s cli -- migrate', { settings, env: { DEMO: '1' } }).then(
    () => 'nothing was refused',
    ({ message }) => message,
  );
  demand(outcome, 'DEMO=1 is impossible in production', 'SESSION_SECRET is shorter than 32 characters');
}

async function migrate(server, where = {}) {
  const printed = await server.command('npm run -s cli -- migrate', where);
  return `${printed.split(',').length} migrations`;
}

async function startAll(server) {
  server.start('portal');
  server.start('worker');
  await server.untilReady();
}

async function backUpNightly(it) {
  await it.stand.refuseMail(SPADES.email);
  await check.askForLetter(it.server, SPADES.email);
  await check.untilLettersAreOwed(it.server, 1);
  const printed = await it.server.runOnce('backup');
  it.backup = check.keptElsewhere(it.server, join(it.stand.folder, 'kept-elsewhere'));
  return /\d+ rows[^.]*/.exec(printed)?.[0];
}

async function takeLateProposal(it) {
  it.late = await submitProposal(it.server, it.announcement, LIBRARY);
  return `№ ${it.late.code}`;
}

async function loseEverything(it) {
  it.secret = it.server.said.SESSION_SECRET;
  await it.server.destroy();
  await it.stand.loseRedis();
}

async function restoreElsewhere(it) {
  it.second = new Server(it.stand, 'second');
  it.second.moveLink(it.second.unpack(it.archive));
  await it.second.writeSettings(await it.stand.createDatabase('spryiannia_second'), { SESSION_SECRET: it.secret });
  const printed = await it.second.command(`npm run -s cli -- restore ${it.backup} --old ${it.databaseUrl}`);
  demand(printed, 'every checksum is right.', 'Whole: ', 'Held back: 1 letters.', 'Newer in the old database:');
  demand(printed, `fact applications.submitted of ${it.late.application.split('/').at(-1)}`);
  return printed.match(/^(Files|Whole|Held back): [^.,]*/gm)?.join(' · ');
}

async function findEverything({ second, proposal, files, admin, officer }) {
  second.start('portal');
  await second.untilReady();
  for (const person of [proposal.person, admin, officer]) person.portal = second.portal;
  await proposal.person.open(`${proposal.application}/receipt`);
  demand(proposal.person.text, proposal.code);
  for (const [path, content] of files)
    if (!content.equals(await proposal.person.file(path))) throw new Error(`${path} is another file now`);
  await officer.open('/organiser/competitions');
  await admin.open('/admin/system');
  demand(admin.text, 'release-mail --drop');
}

// An administrator starts the worker after the letters; here it runs before, or nothing could be seen to stay.
async function holdLetter({ stand, second, admin }) {
  await stand.refuseMail(null);
  second.start('worker');
  await check.askForLetter(second, admin.email);
  await letterTo(stand, admin.email, NEW_PASSWORD);
  await check.untilQueueIsEmpty(second);
  if (await lettersToApplicant(stand)) throw new Error('the held letter went');
}

async function releaseLetter({ stand, second }) {
  const printed = await second.command('npm run -s cli -- release-mail');
  await letterTo(stand, SPADES.email, NEW_PASSWORD);
  await check.untilQueueIsEmpty(second);
  if ((await lettersToApplicant(stand)) !== 1) throw new Error('the letter came more than once');
  await second.destroy();
  return printed;
}

async function lettersToApplicant(stand) {
  const mails = await stand.mails();
  return mails.filter(({ to, subject }) => to.includes(SPADES.email) && subject.includes(NEW_PASSWORD)).length;
}

async function makePreviousPackage(it) {
  const { commit, name } = /** @type {{ commit: string, name: string }} */ (previousVersion());
  const sources = join(it.stand.folder, 'previous');
  takeCommit(commit, sources);
  it.previousArchive = await pack(sources, MAKE_PACKAGE, 'previous-version');
  return name;
}

async function installPrevious(it) {
  it.old = new Server(it.stand, 'old');
  it.old.moveLink(it.old.unpack(it.previousArchive));
  it.oldUrl = await it.stand.createDatabase('spryiannia_old');
  await it.old.writeSettings(it.oldUrl, { NODE_ENV: 'demo', DEMO: '1' });
  await migrate(it.old);
  await it.old.command('npm run -s cli -- seed-demo');
}

async function lookAtPages(it) {
  await startAll(it.old);
  it.visitor = new Visitor(it.old.portal);
  const [, email] = /^officer\S*\s+(\S+@\S+)/m.exec(await it.old.command('npm run -s cli -- demo-accounts')) ?? [];
  it.officer = await new Visitor(it.old.portal).open('/demo');
  await it.officer.send('/demo/sign-in', { email });
  it.pages = await look(it.visitor, '/');
  it.officerPages = await look(it.officer, '/desk');
  return `${it.pages.length} as a visitor, ${it.officerPages.length} as an officer`;
}

async function backUpPrevious(it) {
  await it.old.stop('worker');
  it.before = join(it.stand.folder, 'before');
  const printed = await it.old.command(`npm run -s cli -- backup ${it.before}`);
  return /\d+ rows[^.]*/.exec(printed)?.[0];
}

async function rehearseRestore(it) {
  it.young = it.old.unpack(it.archive);
  const env = {
    DATABASE_URL: await it.stand.createDatabase('spryiannia_rehearsal'),
    DATA_DIR: join(it.stand.folder, 'rehearsal'),
  };
  const printed = await it.old.command(`npm run -s cli -- restore ${it.before}`, { folder: it.young, env });
  demand(printed, 'every checksum is right.', 'Whole: ');
}

async function upgrade({ old, young }) {
  const printed = await migrate(old, { folder: young });
  const { status } = await fetch(`http://127.0.0.1:${old.port}/readyz`);
  if (status !== 503) throw new Error(`the old portal says ${status} to the balancer after «migrate»`);
  old.moveLink(young);
  return printed;
}

async function restart({ old, visitor, officer, pages, officerPages }) {
  await old.stop('portal');
  await startAll(old);
  await lookAgain(visitor, pages);
  await lookAgain(officer, officerPages);
}

async function compare(it) {
  const walked = await it.old.command('npm run -s cli -- verify-chains');
  const after = join(it.stand.folder, 'after');
  await it.old.command(`npm run -s cli -- backup ${after}`);
  return `${walked} ${check.compareBackups(it.before, after)}`;
}

const lastLine = async (printing) => (await printing).split('\n').at(-1);
