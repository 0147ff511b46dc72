import { AdmitChecked } from '#libs/applications';
import { AdvanceCompetition, CompetitionObstacles } from '#libs/competitions';
import { CancelSession } from '#libs/sessions';
import { Ports } from '#libs/platform/ports';
import { ADMIT, Admissions, OPEN, REFUSE, all, unchecked } from '../support/admissions.js';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf, commission, submitted } from '../support/commission.js';
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
  await world.close();
  await app.close();
});

describe('the officer checks and prepares', () => {
  it('rule 37: saves what was checked, keeps a later save of a colleague', async () => {
    const scene = await commission(world);
    const { id } = await submitted(world, scene.competitionId);
    await admissions.check(scene, id, { ...OPEN, answers: { ...ADMIT.answers, filling: unchecked } });
    await expect(admissions.check(scene, id, ADMIT)).rejects.toThrow('applications.stale');
    await admissions.check(scene, id, { ...ADMIT, version: 1 });
    expect(await admissions.rowOf(id)).toEqual({ state: 'submitted', decision_reason: null, verdict: 'admit' });
    await admissions.check(scene, id, { ...REFUSE, version: 2 });
    expect((await admissions.rowOf(id))?.verdict).toBe('refuse');
    await admissions.check(scene, id, { ...OPEN, version: 3 });
    expect((await admissions.rowOf(id))?.verdict).toBeNull();
  });

  it('does not propose to admit what nobody looked at, or what failed without a word', async () => {
    const scene = await commission(world);
    const { id } = await submitted(world, scene.competitionId, { organisation: { registered_on: '2020-06-17' } });
    const blind = admissions.check(scene, id, { ...ADMIT, answers: { ...ADMIT.answers, documents: unchecked } });
    await expect(blind).rejects.toMatchObject({
      fields: [{ field: 'verdict', code: 'applications.admission-check-first' }],
    });
    await expect(admissions.check(scene, id, ADMIT)).rejects.toMatchObject({
      fields: [{ field: 'reason', code: 'applications.admission-explain' }],
    });
  });

  it('is the officer of this organiser, after the opening, and nobody else', async () => {
    const scene = await commission(world);
    const { id } = await submitted(world, scene.competitionId);
    const other = await commission(world);
    await expect(admissions.check({ ...scene, officer: other.officer }, id, OPEN)).rejects.toThrow(
      'platform.not-found',
    );
    await expect(admissions.check({ ...scene, officer: scene.members[0]! }, id, OPEN)).rejects.toThrow(
      'platform.not-found',
    );
    await expect(admissions.check({ ...other, competitionId: other.competitionId }, id, OPEN)).rejects.toThrow(
      'platform.not-found',
    );
    const sealed = await commission(world, 1, { state: 'announced' });
    const proposal = await submitted(world, sealed.competitionId);
    await expect(admissions.check(sealed, proposal.id, OPEN)).rejects.toThrow('platform.not-found');
  });

  it('admits together only what is clean, and only as many as were shown', async () => {
    const scene = await commission(world);
    const clean = await submitted(world, scene.competitionId);
    const second = await submitted(world, scene.competitionId);
    const failed = await submitted(world, scene.competitionId, { requested_kop: 6_000_001, total_kop: 7_000_001 });
    const open = await submitted(world, scene.competitionId);
    for (const { id } of [clean, second, failed]) await admissions.check(scene, id, OPEN);
    const together = app.get(AdmitChecked);
    const ctx = await app.ctx(scene.officer);
    const { proposals } = await together.preview(ctx, scene.competitionId);
    expect(proposals.map(({ id }) => id).sort()).toEqual([clean.id, second.id].sort());
    await expect(together.execute(ctx, scene.competitionId, 3)).rejects.toMatchObject({
      code: 'applications.admission-list-changed',
      data: { count: 2 },
    });
    await together.execute(ctx, scene.competitionId, 2);
    const verdicts = [];
    for (const { id } of [clean, second, failed, open]) verdicts.push((await admissions.rowOf(id))?.verdict);
    expect(verdicts).toEqual(['admit', 'admit', null, null]);
  });
});

describe('the session', () => {
  it('is not called while a proposal has no verdict, says how many, and takes a time to come', async () => {
    const scene = await commission(world);
    const [first] = [await submitted(world, scene.competitionId), await submitted(world, scene.competitionId)];
    await admissions.check(scene, first.id, ADMIT);
    await expect(admissions.plan(scene)).rejects.toMatchObject({
      code: 'applications.admission-verdicts-missing',
      data: { count: 1 },
    });
    await expect(admissions.plan(scene, new Date('2020-11-08T12:00:00Z'))).rejects.toMatchObject({
      fields: [{ field: 'plannedAt', code: 'applications.admission-session-past' }],
    });
  });

  it('freezes the verdicts until it is over or called off; two officers call one', async () => {
    const scene = await commission(world);
    const { id } = await submitted(world, scene.competitionId);
    await admissions.check(scene, id, ADMIT);
    const called = await Promise.allSettled([admissions.plan(scene), admissions.plan(scene)]);
    expect(called.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(admissions.check(scene, id, { ...REFUSE, version: 1 })).rejects.toThrow(
      'applications.admission-session-unfinished',
    );
    const sessionId = called.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))[0]!;
    await app.get(CancelSession).execute(await app.ctx(scene.officer), sessionId, 'Помилка в порядку денному.');
    await admissions.check(scene, id, { ...REFUSE, version: 1 });
    expect(await admissions.plan(scene)).not.toBe(sessionId);
  });

  it('has one item for each proposal with what is proposed, by the rules of the competition', async () => {
    const scene = await commission(world);
    const kept = await submitted(world, scene.competitionId, { title: 'Книга їде в село' });
    const dropped = await submitted(world, scene.competitionId, { title: 'Світло' });
    await submitted(world, scene.competitionId, { state: 'withdrawn' });
    await admissions.check(scene, kept.id, ADMIT);
    await admissions.check(scene, dropped.id, REFUSE);
    const sessionId = await admissions.plan(scene);
    const items = await world.rows<{ subject_id: string; proposal: string }>(
      'select subject_id, proposal from sessions.item where session_id = $1 order by position',
      [sessionId],
    );
    expect(items).toEqual([
      { subject_id: kept.id, proposal: 'Допустити до участі в конкурсі пропозицію «Книга їде в село».' },
      {
        subject_id: dropped.id,
        proposal:
          'Відмовити в допуску до участі в конкурсі пропозиції «Світло». Підстава: Документи подано не в повному обсязі. Немає копії статуту.',
      },
    ]);
    const [session] = await world.rows('select procedure, kind, number from sessions.session where id = $1', [
      sessionId,
    ]);
    expect(session).toMatchObject({ kind: 'admission', number: 1, procedure: { chairBreaksTie: true } });
  });
});

describe('the decision', () => {
  it('rules 37, 52: signed minutes admit and refuse, and every applicant gets a letter, the refused one with its reason', async () => {
    const scene = await commission(world);
    const kept = await submitted(world, scene.competitionId);
    const dropped = await submitted(world, scene.competitionId);
    await admissions.check(scene, kept.id, ADMIT);
    await admissions.check(scene, dropped.id, REFUSE);
    await admissions.decide(scene, all('ff'));
    expect(await admissions.rowOf(kept.id)).toMatchObject({ state: 'admitted', decision_reason: null });
    expect(await admissions.rowOf(dropped.id)).toMatchObject({
      state: 'refused',
      decision_reason: 'Документи подано не в повному обсязі. Немає копії статуту.',
    });
    const letters = await world.rows<{ to: string; template: string; body: string }>(
      `select to_person_id as to, template, body from notifications.message where to_person_id = any($1) order by template`,
      [[kept.applicant.personId, dropped.applicant.personId]],
    );
    expect(letters.map(({ to, template }) => [to, template])).toEqual([
      [kept.applicant.personId, 'applications.admissionGranted'],
      [dropped.applicant.personId, 'applications.admissionRefused'],
    ]);
    expect(letters[1]!.body).toContain('Підстава: Документи подано не в повному обсязі. Немає копії статуту.');
  });

  it('rule 9: a budget offence is put to the vote; before it, or voted down, nobody is refused', async () => {
    const scene = await commission(world);
    const [guilty, spared] = [await submitted(world, scene.competitionId), await submitted(world, scene.competitionId)];
    const reason = 'Порушення 2019 року, захід впливу не застосовано.';
    for (const { id } of [guilty, spared])
      await admissions.check(scene, id, { ...REFUSE, ground: 'budget-offence', reason });
    for (const { id } of [guilty, spared])
      expect(await admissions.rowOf(id)).toEqual({ state: 'submitted', decision_reason: null, verdict: 'refuse' });
    await admissions.decide(scene, all('fa'));
    expect(await admissions.rowOf(guilty.id)).toMatchObject({
      state: 'refused',
      decision_reason: `Бюджетне правопорушення у двох попередніх роках. ${reason}`,
    });
    expect(await admissions.rowOf(spared.id)).toEqual({ state: 'submitted', decision_reason: null, verdict: null });
  });

  it('what was voted down is undecided and needs another verdict; what had no quorum keeps its own', async () => {
    const scene = await commission(world);
    const down = await submitted(world, scene.competitionId);
    const idle = await submitted(world, scene.competitionId);
    for (const { id } of [down, idle]) await admissions.check(scene, id, ADMIT);
    await admissions.decide(scene, ['af', 'af', 'af', 'af', 'ar', 'fr']);
    expect(await admissions.rowOf(down.id)).toEqual({ state: 'submitted', decision_reason: null, verdict: null });
    expect(await admissions.rowOf(idle.id)).toEqual({ state: 'submitted', decision_reason: null, verdict: 'admit' });
    await expect(admissions.plan(scene)).rejects.toMatchObject({ data: { count: 1 } });
    const officer = await browserOf(app, scene.officer);
    const page = `/organiser/competitions/${scene.competitionId}/admission/`;
    expect((await officer.get(page + down.id)).text).toContain('Комісія не підтримала допуск (засідання № 1)');
    expect((await officer.get(page + idle.id)).text).toContain('На засіданні № 1 з цього питання не було кворуму');
    const again = await app.get(AdmitChecked).preview(await app.ctx(scene.officer), scene.competitionId);
    expect(again.proposals).toEqual([]);
    await admissions.check(scene, down.id, { ...REFUSE, ground: 'other', reason: 'Рішення комісії.', version: 1 });
    await admissions.decide(scene, all('ff'));
    expect([(await admissions.rowOf(down.id))?.decision_reason, (await admissions.rowOf(idle.id))?.state]).toEqual([
      'Рішення комісії.',
      'admitted',
    ]);
  });

  it('does not let the scoring start while one proposal is undecided', async () => {
    const scene = await commission(world);
    const { id } = await submitted(world, scene.competitionId);
    const codes = async () => {
      const ports = app.get(Ports).all(CompetitionObstacles);
      const found = await Promise.all(
        ports.map((port) => port.obstacles(app.db, scene.competitionId, 'start-scoring')),
      );
      return found.flat().filter((code) => code.startsWith('applications.'));
    };
    expect(await codes()).toEqual(['applications.admission-undecided']);
    const start = app
      .get(AdvanceCompetition)
      .execute(await app.ctx(scene.officer), scene.competitionId, 'start-scoring');
    await expect(start).rejects.toThrow();
    await admissions.check(scene, id, ADMIT);
    await admissions.decide(scene, all('f'));
    expect(await codes()).toEqual([]);
  });
});

describe('many proposals', () => {
  it('are decided in one session in seconds', async () => {
    const scene = await commission(world, 9);
    for (let index = 0; index < 60; index += 1) await submitted(world, scene.competitionId);
    const officer = await browserOf(app, scene.officer);
    const page = await officer.get(`/organiser/competitions/${scene.competitionId}/admission?verdict=undrafted`);
    expect(page.text).toContain('Знайдено 60 записів, показано з 1 до 25');
    await world.rows(
      `insert into applications.admission_check (application_id, item, passed, checked_by, checked_at)
       select id, item, true, $2, now() from applications.application, unnest(array['documents', 'statements', 'filling']) item
        where competition_id = $1`,
      [scene.competitionId, scene.officer.personId],
    );
    await app.get(AdmitChecked).execute(await app.ctx(scene.officer), scene.competitionId, 60);
    const startedAt = Date.now();
    await admissions.decide(scene, all('f'.repeat(60)));
    expect(Date.now() - startedAt).toBeLessThan(20_000);
    const [admitted] = await world.rows(
      `select count(*)::int as count from applications.application where competition_id = $1 and state = 'admitted'`,
      [scene.competitionId],
    );
    expect(admitted).toEqual({ count: 60 });
  });
});
