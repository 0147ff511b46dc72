import {
  AdmitChecked,
  CheckMended,
  GiveBack,
  SaveAnswers,
  SaveBudget,
  SubmitApplication,
  applicationById,
  mendingOf,
  type Flaw,
} from '#libs/applications';
import { Sweeper } from '#libs/platform/jobs';
import { ADMIT, Admissions, OPEN } from '../support/admissions.js';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf, commission, memberGrant, type Commission } from '../support/commission.js';
import { FORM, WHOLE, applicant, codeOf, setClock, versionOf, wholeDraft, submitNow } from '../support/proposals.js';
import { newId } from '#libs/platform/database';
import type { Actor } from '#libs/platform/access';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let admissions: Admissions;
beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  admissions = new Admissions(app, world);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

/** Monday morning; five working days later is Monday, 16.11.2020. */
const MONDAY = new Date('2020-11-09T08:00:00Z');
const LAST_DAY = new Date('2020-11-16T21:59:59Z');
const NEXT_DAY = new Date('2020-11-16T22:00:00Z');
const FLAWS: Flaw[] = [{ part: 'answers/need', what: 'Скажіть, скільки бібліотек.' }];

type Given = Commission & { id: string; actor: Actor };

/** A whole proposal, submitted in time, in a competition whose admission goes on. */
async function submittedWhole(values: Record<string, unknown> = {}): Promise<Given> {
  const town = await commission(world, 3, { state: 'announced', form: JSON.stringify(FORM), ...values });
  const priorityId = newId();
  await world.insert('competitions.priority', {
    ...{ id: priorityId, competition_id: town.competitionId, position: 1, title: 'Молодь', description: '' },
  });
  const who = await applicant(world);
  const id = await wholeDraft(app, { id: town.competitionId, priorityId }, who);
  await submitNow(app, id, who.actor);
  await world.rows(`update competitions.competition set state = 'admission' where id = $1`, [town.competitionId]);
  return { ...town, id, actor: who.actor };
}

async function giveBack({ officer, competitionId, id }: Given, flaws = FLAWS): Promise<void> {
  await app.get(GiveBack).execute(await app.ctx(officer, MONDAY), competitionId, id, flaws);
}

/** The letter went out at an instant, and is not known as undelivered. */
const sent = (at: Date) =>
  world.rows(
    `update notifications.message set state = 'sent', sent_at = $1 where template = 'applications.givenBack'`,
    [at],
  );

async function answer({ id, actor }: Given, at: Date, version = 1): Promise<void> {
  const typed = { problem: 'Зачинено сім бібліотек.', partners: '' };
  await app.get(SaveAnswers).execute(await app.ctx(actor, at), id, { section: 'need', version, typed });
}

const submitAt = async ({ id, actor }: Given, at: Date) =>
  app.get(SubmitApplication).execute(await app.ctx(actor, at), id, await versionOf(app, id));

async function sweepAt(at: Date): Promise<void> {
  await setClock(world, at);
  await app.get(Sweeper).pass();
}

describe('rule 38: a flaw that can be mended', () => {
  it('opens only the named pages, keeps the number and the instant, and is re-checked once', async () => {
    const given = await submittedWhole();
    const before = await applicationById(app.db, given.id);
    const reading = async () =>
      (await (await browserOf(app, given.officer)).get(`/applications/${given.id}/reading`)).text;
    expect(await reading()).not.toContain('доопрацювання');
    await giveBack(given);
    expect(await reading()).toContain('доопрацювання');
    await sent(MONDAY);
    const ctx = await app.ctx(given.actor, MONDAY);
    expect(await codeOf(app.get(SaveBudget).execute(ctx, given.id, 1, WHOLE.lines))).toBe(
      'applications.part-not-given-back',
    );
    await answer(given, MONDAY);
    const receipt = await submitAt(given, LAST_DAY);
    expect(receipt).toMatchObject({ number: 2, registerCode: before.registerCode });
    const after = await applicationById(app.db, given.id);
    expect([after.state, after.submittedAt]).toEqual(['submitted', before.submittedAt]);
    expect(await codeOf(answer(given, LAST_DAY, 2))).toBe('applications.closed');
    const check = async () =>
      app.get(CheckMended).execute(await app.ctx(given.officer, LAST_DAY), given.competitionId, given.id, {
        ...{ isMended: true, note: '' },
      });
    await check();
    expect(await codeOf(check())).toBe('applications.not-now');
    expect(await codeOf(giveBack(given))).toBe('applications.mending-once');
  });

  it('sends nothing that was typed and not sent in the pages that stay shut', async () => {
    const given = await submittedWhole();
    const before = await applicationById(app.db, given.id);
    await world.rows('update applications.application set title = $2, version = version + 1 where id = $1', [
      ...[given.id, 'Ніколи не подана назва'],
    ]);
    await giveBack(given);
    await sent(MONDAY);
    await answer(given, MONDAY);
    await submitAt(given, LAST_DAY);
    const [row] = await world.rows<{ title: string; content: { title: string; sections: unknown } }>(
      'select title, content from applications.submission where application_id = $1 and number = 2',
      [given.id],
    );
    expect([row!.title, row!.content.title]).toEqual([before.title, before.title]);
    expect(JSON.stringify(row!.content.sections)).toContain('Зачинено сім бібліотек.');
  });

  it('shows the commission what reads otherwise, and nobody else', async () => {
    const given = await submittedWhole();
    await giveBack(given);
    await sent(MONDAY);
    await answer(given, MONDAY);
    await submitAt(given, MONDAY);
    const officer = await browserOf(app, given.officer);
    const page = await officer.get(`/applications/${given.id}/mending`);
    for (const words of ['Бібліотеки зачинено.', 'Зачинено сім бібліотек.', 'Скажіть, скільки бібліотек.'])
      expect(page.text).toContain(words);
    const stranger = await browserOf(app, await world.person([memberGrant(newId(), 2)]));
    expect((await stranger.get(`/applications/${given.id}/mending`)).status).toBe(404);
  });

  it('rule 4: counts working days from when the organisation was told; an undelivered letter starts nothing', async () => {
    const given = await submittedWhole();
    await giveBack(given);
    expect((await mendingOf(app.db, given.id))!.term.due).toBeNull();
    await sweepAt(new Date('2020-12-20T10:00:00Z'));
    expect((await mendingOf(app.db, given.id))!.state).toBe('open');
    await sent(MONDAY);
    const { term } = (await mendingOf(app.db, given.id))!;
    expect([term.due!.dueOn, term.endsAt]).toEqual(['2020-11-16', NEXT_DAY]);
    expect(await codeOf(answer(given, NEXT_DAY))).toBe('applications.mending-over');
  });

  it('never expires in silence: both sides are warned, and the commission decides with the fact before it', async () => {
    const given = await submittedWhole();
    await giveBack(given);
    await sent(MONDAY);
    await sweepAt(new Date('2020-11-15T10:00:00Z'));
    await sweepAt(new Date('2020-11-15T12:00:00Z'));
    await sweepAt(NEXT_DAY);
    await sweepAt(new Date('2020-11-17T10:00:00Z'));
    const letters = await world.rows<{ template: string }>(
      `select template from notifications.message where to_person_id = any($1) and template like '%mending%' order by id`,
      [[given.officer.personId, (given.actor as Commission['officer']).personId]],
    );
    expect(letters.map(({ template }) => template)).toEqual([
      ...['applications.mendingEnds', 'applications.mendingEndsOfficer'],
      ...['applications.mendingExpired', 'applications.mendingExpiredOfficer'],
    ]);
    expect((await mendingOf(app.db, given.id))!.state).toBe('expired');
    expect((await applicationById(app.db, given.id)).state).toBe('submitted');
    await admissions.check(given, given.id, ADMIT);
  });

  it('rule 37: no verdict is prepared meanwhile, neither one by one nor together', async () => {
    const given = await submittedWhole();
    await admissions.check(given, given.id, OPEN);
    await giveBack(given);
    expect(await codeOf(admissions.check(given, given.id, { ...ADMIT, version: 1 }))).toBe(
      'applications.mending-unfinished',
    );
    const { proposals } = await app.get(AdmitChecked).preview(await app.ctx(given.officer), given.competitionId);
    expect(proposals).toEqual([]);
  });

  it('is given back only where the frozen rules know a term', async () => {
    const rule_set = JSON.stringify({ key: 'local-custom', slots: { minRegistrationAgeMonths: { value: 6 } } });
    const given = await submittedWhole({ rule_set });
    expect(await codeOf(giveBack(given))).toBe('applications.mending-not-allowed');
  });
});
