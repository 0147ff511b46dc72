import { newId } from '#libs/platform/database';
import { REFUSE, Admissions } from '../support/admissions.js';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf, commission, submitted, type Commission } from '../support/commission.js';
import { GRANTS_HEAD, OFFENCES_HEAD, RegisterScenes, UNDELIVERED_HEAD } from '../support/register-scenes.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let registers: RegisterScenes;
let admissions: Admissions;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  registers = new RegisterScenes(app, world);
  admissions = new Admissions(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

/** Codes with right check digits, one for each organisation. */
const CODES = [
  '00032106',
  '98201003',
  '98202379',
  '98203746',
  '98205113',
  '98206489',
  '98207856',
  '32855961',
  '14282829',
];
const offence = (edrpou: string, measure: string) =>
  `${edrpou};ГО «Сад»;05.05.2019;Нецільове використання;${measure};Служба`;
const MEASURE = 'Захід впливу, суворіший за попередження';
const SINCE_2019 = { coversFrom: '2019-01-01', coversUntil: '2020-10-05' };
const SINCE_2020 = { coversFrom: '2020-01-01', coversUntil: '2020-10-05' };

/** The page of one proposal for the officer; the organisation is the same in every competition. */
async function pageOf({ officer, competitionId }: Commission, id: string): Promise<string> {
  return (await (await browserOf(app, officer)).get(`/organiser/competitions/${competitionId}/admission/${id}`)).text;
}
async function scene(values: Record<string, unknown> = {}) {
  const edrpou = CODES.pop()!;
  const of = await commission(world, 9, { budget_year: 2021 });
  const proposal = await submitted(world, of.competitionId, { organisation: { edrpou }, ...values });
  return { of, edrpou, organisationId: proposal.organisationId, id: proposal.id, code: proposal.code };
}

async function verifyRight({ officer }: Commission, edrpou: string, id: string, personId: string): Promise<void> {
  const [grant] = await world.rows<{ id: string }>('select id from identity.role_grant where person_id = $1', [
    personId,
  ]);
  await world.insert('identity.claim', {
    ...{ id: newId(), edrpou, organisation_id: id, person_id: personId, purpose: 'first', state: 'verified' },
    ...{ grant_id: grant!.id, claimed_at: new Date(), decided_at: new Date(), decided_by: officer.personId },
    ground: 'extract',
  });
}

describe('the admission looks into the registers of its authority', () => {
  it('rule 8: shows the offence with its source; another authority’s register says nothing', async () => {
    const { of, edrpou, id } = await scene();
    const neighbour = await commission(world);
    await registers.bring(neighbour.officer, 'offences', [OFFENCES_HEAD, offence(edrpou, MEASURE)]);
    expect(await pageOf(of, id)).toContain('Немає даних за цей період.');
    await registers.bring(of.officer, 'offences', [OFFENCES_HEAD, offence(edrpou, MEASURE)]);
    const text = await pageOf(of, id);
    expect(text).toContain('Є порушення із заходом впливу. 05.05.2019: Нецільове використання');
    expect(text).toContain('Джерело: Лист № 15-08 від 05.10.2020.');
  });

  it('rule 8: a file without rows is an answer, for the days that it covers', async () => {
    const { of, id } = await scene();
    const answer = 'Перевірено за даними до 05.10.2020, записів немає.';
    await registers.bring(of.officer, 'offences', [OFFENCES_HEAD], SINCE_2020);
    expect(await pageOf(of, id)).not.toContain(answer);
    await registers.bring(of.officer, 'offences', [OFFENCES_HEAD], SINCE_2019);
    expect(await pageOf(of, id)).toContain(answer);
  });

  it('rule 8: rows that were refused leave a gap: the days do not count as covered', async () => {
    const { of, id } = await scene();
    const lines = [OFFENCES_HEAD, offence('00032106', 'колись'), offence('00131587', 'Попередження')];
    await registers.bring(of.officer, 'offences', lines, SINCE_2019);
    expect(await pageOf(of, id)).toContain('Немає даних за цей період.');
  });

  it('rule 9: without a measure the commission decides, and nobody is admitted in one go', async () => {
    const { of, edrpou, id } = await scene();
    await registers.bring(of.officer, 'offences', [OFFENCES_HEAD, offence(edrpou, 'Попередження')], SINCE_2019);
    expect(await pageOf(of, id)).toContain('Є порушення, а про допущення вирішує комісія.');
    const { text } = await (
      await browserOf(app, of.officer)
    ).get(`/organiser/competitions/${of.competitionId}/admission`);
    expect(text).toContain('вирішує комісія – 1');
  });

  it('rule 10: a project not delivered last year is for the commission', async () => {
    const { of, edrpou, id } = await scene();
    await registers.bring(of.officer, 'undelivered', [UNDELIVERED_HEAD, `${edrpou};ГО «Сад»;2020;Сад;Звіту немає`]);
    expect(await pageOf(of, id)).toContain(
      'Є невиконаний проєкт, а про допущення вирішує комісія. 2020 рік: «Сад» (Звіту немає).',
    );
  });

  it('rule 12: the same project paid by another organiser in the same year', async () => {
    const { of, edrpou, id } = await scene({ title: 'Бібліотека їде в село' });
    const line = `${edrpou};ГО «Сад»;2021;БІБЛІОТЕКА, їде в село;Фонд;100`;
    await registers.bring(of.officer, 'grants', [GRANTS_HEAD, line]);
    expect(await pageOf(of, id)).toContain('Проєкт із такою назвою вже фінансують цього ж року. 2021 рік:');
  });

  it('rules 12, 16: names the same project in another call of the year, and is silent of one that is still sealed', async () => {
    const { of, organisationId, id } = await scene({ title: 'Бібліотека їде в село' });
    const twin = async (state: string, budget_year = 2021) => {
      const { competitionId } = await commission(world, 1, { budget_year, state });
      const code = `ТОЖ-${state}/${budget_year}`;
      await world.application(competitionId, organisationId, { title: 'БІБЛІОТЕКА, їде в село', register_code: code });
      return code;
    };
    await twin('announced');
    await twin('admission', 2022);
    expect(await pageOf(of, id)).toContain(
      'Серед пропозицій організації, які вже розкрито, проєкту з такою назвою немає.',
    );
    const code = await twin('scoring');
    const text = await pageOf(of, id);
    expect(text).toContain(`Проєкт з такою назвою подано також за номером ${code}.`);
    expect(text).not.toContain('ТОЖ-announced');
  });

  it('rule 8: what a refusal rests on cannot be taken back, and is named', async () => {
    const { of, edrpou, id, code } = await scene();
    const importId = await registers.bring(of.officer, 'offences', [OFFENCES_HEAD, offence(edrpou, MEASURE)]);
    await admissions.check(of, id, { ...REFUSE, ground: 'budget-offence' });
    const { text } = await (await browserOf(app, of.officer)).get(`/registers/imports/${importId}/undo`);
    expect(text).toContain(`На ньому ґрунтується відмова: ${code}.`);
    expect(text).toContain('0 записів зникне');
  });

  it('rules 8, 9: its people are told before they apply, once their right to act is verified', async () => {
    const { of, edrpou, organisationId: id } = await scene();
    await registers.bring(of.officer, 'offences', [OFFENCES_HEAD, offence(edrpou, 'Попередження')]);
    const person = await world.person([{ role: 'applicant', scopeKind: 'organisation', scopeId: id }]);
    const visitor = await browserOf(app, person);
    const start = `/competitions/${of.competitionId}/applications`;
    expect((await visitor.get(start)).text).not.toContain('Нецільове використання');
    await verifyRight(of, edrpou, id, person.personId);
    expect((await visitor.get(start)).text).toContain('Організатор має відомості, які розгляне комісія');
    expect((await visitor.get(start)).text).toContain('05.05.2019: Нецільове використання');
  });
});
