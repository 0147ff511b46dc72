import { jest } from '@jest/globals';
import { AttachFile, RegisterEnvelope, SaveAbout, SaveAnswers, SaveBudget, SignSubmission } from '#libs/applications';
import type { Actor, Grant } from '#libs/platform/access';
import { routeCensus } from '#libs/platform/http';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { AFTERWARDS, PaperScene, envelope } from '../support/envelopes.js';
import { A_DAY, PDF, WHOLE, applicant, setClock, submitNow, wholeDraft } from '../support/proposals.js';
import { P7S } from '../support/signature-file.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

/** Every page by everybody who may open it. */
jest.setTimeout(900_000);

/** Stands in every part of the sealed proposal, in the name of its file, and nowhere else. */
const SECRET = 'Потаємнеслово';
/** Follows from the secret's own budget: 987 654,32 is asked for nowhere else. */
const SUM = 98_765_432;

let app: TestApp;
let world: World;
let paper: PaperScene;
/** The second authority of a joint competition. */
let neighbourId: string;
let ids: Record<string, string>;
const people: { name: string; visitor: Visitor; roles: string[] }[] = [];
const logged: string[] = [];

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
  app = await startApp();
  world = await World.open();
  await setClock(world, AFTERWARDS);
  const joint = { joint_order_number: '12/34', joint_order_on: '2020-10-01' };
  neighbourId = (await world.organiser()).id;
  const values = { pot_kop: 9 * SUM, cap_kop: 2 * SUM, co_organiser_id: neighbourId, ...joint };
  paper = await PaperScene.open(app, world, values);
  await submitSecret();
  await everybody();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await world?.close();
  await app?.close();
});

/** Submitted in time; the door has closed, and nobody has opened the proposals. An envelope lies beside it. */
async function submitSecret(): Promise<void> {
  const who = await applicant(world);
  const id = await wholeDraft(app, { id: paper.competitionId, priorityId: paper.priorityId }, who);
  const ctx = await app.ctx(who.actor, A_DAY);
  await app.get(SaveAbout).execute(ctx, id, 1, { ...WHOLE.about, title: SECRET, priorityId: paper.priorityId });
  await app
    .get(SaveAnswers)
    .execute(ctx, id, { section: 'need', version: 1, typed: { problem: SECRET, partners: '' } });
  const shares = { quantity: 1, priceKop: 2 * SUM, fundedKop: SUM, ownKop: SUM };
  await app.get(SaveBudget).execute(ctx, id, 1, [{ ...WHOLE.lines[0]!, ...shares, title: SECRET }]);
  await app.get(AttachFile).execute(ctx, id, { purpose: 'other', name: `${SECRET}.pdf`, content: PDF });
  await submitNow(app, id, who.actor);
  await app.get(SignSubmission).execute(ctx, id, { name: `${SECRET}.p7s`, content: P7S });
  const scan = { name: `${SECRET}.pdf`, content: PDF };
  const operator = await app.ctx(paper.typist, AFTERWARDS);
  const envelopeId = await app.get(RegisterEnvelope).execute(operator, paper.competitionId, envelope(), scan);
  await app.drain();
  const [row] = await world.rows<Record<string, string>>(
    `select a.document_id as "documentId", c.code, o.edrpou, g.slug as "organiserSlug"
       from applications.attachment a, competitions.competition c, identity.organisation o, identity.organiser g
      where a.application_id = $1 and c.id = $2 and o.id = $3 and g.id = c.organiser_id`,
    [id, paper.competitionId, who.organisationId],
  );
  ids = {
    ...row,
    applicationId: id,
    competitionId: paper.competitionId,
    organisationId: who.organisationId,
    envelopeId,
  };
}

async function everybody(): Promise<void> {
  const { organiserId, competitionId } = paper;
  const sit = async (name: string, roles: string[], grants: Grant[]) => {
    const person: Actor & { personId: string } = await world.person(grants);
    people.push({ name, roles, visitor: await browserOf(app, person) });
  };
  const staff = ['officer', 'director', 'accountant', 'monitor', 'community-contact', 'auditor'];
  for (const role of staff)
    await sit(role, role === 'auditor' ? ['auditor', 'officer'] : [role], [
      { role, scopeKind: 'organiser', scopeId: organiserId },
    ]);
  for (const role of ['commission-chair', 'commission-secretary', 'commission-member', 'expert'])
    await sit(role, [role], [{ role, scopeKind: 'competition', scopeId: competitionId }]);
  await sit('co-organiser', ['officer'], [{ role: 'officer', scopeKind: 'organiser', scopeId: neighbourId }]);
  await sit('administrator', ['administrator'], [{ role: 'administrator', scopeKind: 'system', scopeId: null }]);
  const other = await applicant(world);
  people.push({ name: 'another applicant', roles: ['applicant'], visitor: await browserOf(app, other.actor) });
  people.push({ name: 'visitor', roles: [], visitor: new Visitor(app) });
}

const holds = (text: string): boolean =>
  text.includes(SECRET) || text.includes('987\u00a0654,32') || text.includes('987654.32') || text.includes('98765432');

type Route = ReturnType<typeof routeCensus>[number];

const isOpenable = ({ method, path }: Route): boolean => method === 'GET' && path !== '/demo' && !path.includes('*');

/** What the mark refuses is refused before anything is read: test/integration/route-sweep.spec.ts. */
function mayOpen({ roles }: (typeof people)[number], { mark }: Route): boolean {
  const named = mark?.kind === 'roles' ? mark.roles : [];
  return named.length === 0 || named.some((role) => roles.includes(role));
}

/** A search repeats what was asked for in its own field. */
const withoutQuestion = (html: string): string =>
  html.replace(/value="[^"]*"/g, '').replaceAll(encodeURIComponent(SECRET), '');

/** Each address that a route can have in this world, `:id` may be anything; of a list also its file and its search. */
function addressesOf({ path, list }: Route): string[] {
  const filled = (id: string): string => path.replace(/:(\w+)/g, (_whole, name: string) => parameter(name, id));
  const any = ['competitionId', 'applicationId', 'organisationId', 'envelopeId', 'documentId'];
  const addresses = path.includes(':') ? [...new Set(any.map((name) => filled(ids[name]!)))] : [path];
  const asked = (one: string) => [`${one}?as=csv`, `${one}?q=${encodeURIComponent(SECRET)}`];
  return list ? [...addresses, ...addresses.flatMap(asked)] : addresses;
}

const parameter = (name: string, id: string): string => (name === 'number' ? '1' : (ids[name] ?? id));

describe('rule 16: a proposal is sealed until the opening act', () => {
  it('no page, file, list, export or API shows a word of it to anybody but its applicants', async () => {
    const visits = routeCensus(app.http)
      .filter(isOpenable)
      .flatMap((route) => people.filter((one) => mayOpen(one, route)).map((one) => ({ one, route })))
      .flatMap(({ one, route }) => addressesOf(route).map((address) => ({ ...one, address })));
    const leaks: string[] = [];
    let answered = 0;
    for (const { name, visitor, address } of visits) {
      const { status, html } = await visitor.get(address);
      if (status === 200) answered += 1;
      if (holds(withoutQuestion(html))) leaks.push(`${name}: ${address}`);
    }
    expect(leaks).toEqual([]);
    expect(answered).toBeGreaterThan(200);
  });

  it('the public search does not know it', async () => {
    const visitor = people.at(-1)!.visitor;
    for (const path of ['/search', '/api/v1/search']) {
      const { html } = await visitor.get(`${path}?q=${encodeURIComponent(SECRET)}`);
      expect(html.replace(/value="[^"]*"/g, '')).not.toMatch(new RegExp(`${SECRET}[^"]*</a>`));
      expect(html).not.toContain(ids.applicationId);
    }
  });

  it('no log line holds it, nor a fact, nor a letter to anybody but its applicants', async () => {
    expect(logged.filter(holds)).toEqual([]);
    expect(logged.filter((line) => line.includes(encodeURIComponent(SECRET)))).toEqual([]);
    const facts = await world.rows('select 1 from facts.fact where body like $1', [`%${SECRET}%`]);
    expect(facts).toEqual([]);
    const letters = await world.rows<{ to_person_id: string }>(
      `select to_person_id from notifications.message m
        where (subject || body) like $1
          and not exists (select from identity.v_role r where r.person_id = m.to_person_id and r.scope_id = $2)`,
      [`%${SECRET}%`, ids.organisationId],
    );
    expect(letters).toEqual([]);
  });

  it('the officer sees how many there are, and after the opening act everything', async () => {
    const officer = people[0]!.visitor;
    const list = `/organiser/competitions/${paper.competitionId}/proposals`;
    expect((await officer.get(list)).text).toMatch(/1\s+подан/);
    await paper.openProposals();
    expect((await officer.get(list)).text).toContain(SECRET);
    expect((await officer.get(`/applications/${ids.applicationId}/reading`)).text).toContain(SECRET);
  });
});
