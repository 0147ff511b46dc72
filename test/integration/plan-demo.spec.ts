import { ImportPlan, planOf2020 } from '#libs/measures';
import * as plan from '#libs/plan';
import type { Context } from '#libs/platform/access';
import { PlayPlan } from '../../apps/demo/play/play-plan.js';
import { startApp, type TestApp } from '../support/app.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
}, 120_000);
afterAll(async () => {
  await world.close();
  await app.close();
});

describe('the year of the plan in the demo world', () => {
  it('is played through the use cases: a signed report, a refusal, something late', async () => {
    const organiser = await world.organiser();
    const staff = async (role: string) =>
      world.person([{ role, scopeKind: 'organiser', scopeId: organiser.id }], { email: `${role}@masscom.example` });
    const people = { officer: await staff('officer'), director: await staff('director') };
    await app.get(ImportPlan).execute(await app.ctx(), { ...organiser, name: 'Департамент' }, planOf2020());
    await app.drain();
    const stage = {
      as: (email: string, at?: Date): Promise<Context> =>
        app.ctx(email.startsWith('officer') ? people.officer : people.director, at),
      system: () => app.ctx(),
    };
    const { ImportTerritories, MyPlans, SaveBody, ExpansionForOfficer, ExpandClasses, MeasureForOfficer, PlanDesk } =
      plan;
    const { ChangeConsent, NoteMeasure, DecideEvidence, AnswersForOfficer, SaveAnswers, AskForAnswers, SetLetters } =
      plan;
    const { CloseInstance, DraftReport, MoveReport, WholeReport, WritePlanDraft } = plan;
    const parts = [
      ...[ImportTerritories, MyPlans, SaveBody, ExpansionForOfficer, ExpandClasses, MeasureForOfficer, PlanDesk],
      ...[ChangeConsent, NoteMeasure, DecideEvidence, AnswersForOfficer, SaveAnswers, AskForAnswers, SetLetters],
      ...[CloseInstance, DraftReport, MoveReport, WholeReport, WritePlanDraft],
    ].map((part) => app.get(part as never));
    await new PlayPlan(...([stage, ...parts] as unknown as ConstructorParameters<typeof PlayPlan>)).play();
    const report = await new Visitor(app).get(`/plan/${organiser.slug}/2020/reports/3`);
    expect(report.text).toContain('Звіт № 06-03/3');
    const page = await new Visitor(app).get(`/plan/${organiser.slug}/2020/2.3`);
    expect(page.text).toContain('відмовився');
    expect(page.text).toContain('окупація');
  }, 240_000);
});
