import { ImportPlan, planOf2020, type PlanFile } from '#libs/measures';
import {
  ChangeConsent,
  ExpandClasses,
  ExpansionForOfficer,
  SaveAnswers,
  SaveBody,
  type AnswerInput,
  type BodyInput,
  type ConsentAction,
} from '#libs/plan';
import type { Actor, Context } from '#libs/platform/access';
import { kyivInstant } from '#libs/platform/clock';
import type { TestApp } from './app.js';
import type { World } from './world.js';

type Person = Actor & { personId: string };

/** An authority with the plan of 2020, its officers and director. */
export interface PlanScene {
  organiser: { id: string; slug: string };
  planId: string;
  officer: Person;
  colleague: Person;
  director: Person;
}

export const BODY: Omit<BodyInput, 'classKey' | 'name'> = {
  ...{ territoryCode: null, email: null, contactName: null, phone: null, validFrom: '2015-01-01', validUntil: null },
  ...{ successorId: null, isOwn: false, hindered: null, hinderedFrom: null, hinderedUntil: null, hinderedBasis: null },
};

/** Builds plans and acts in them at a Kyiv day. */
export class PlanScenes {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  async plan(file: PlanFile = planOf2020()): Promise<PlanScene> {
    const organiser = await this.world.organiser();
    const staff = (role: string) => this.world.person([{ role, scopeKind: 'organiser', scopeId: organiser.id }]);
    const imported = await this.app
      .get(ImportPlan)
      .execute(await this.app.ctx(), { ...organiser, name: 'Департамент' }, file);
    await this.app.drain();
    const [officer, colleague, director] = [await staff('officer'), await staff('officer'), await staff('director')];
    return { organiser, planId: imported.planId, officer, colleague, director };
  }

  on(actor: Actor, day: string, time = '10:00'): Promise<Context> {
    return this.app.ctx(actor, kyivInstant(day, time));
  }

  async body(scene: PlanScene, classKey: string, name: string, values: Partial<BodyInput> = {}): Promise<string> {
    const ctx = await this.on(scene.officer, '2020-01-15');
    return this.app.get(SaveBody).execute(ctx, scene.planId, { ...BODY, classKey, name, ...values });
  }

  async expand(scene: PlanScene, day = '2020-02-01'): Promise<void> {
    const ctx = await this.on(scene.officer, day);
    const { hash } = await this.app.get(ExpansionForOfficer).execute(ctx, scene.planId);
    await this.app.get(ExpandClasses).execute(ctx, scene.planId, hash);
  }

  async measureId(scene: PlanScene, number: string): Promise<string> {
    const [row] = await this.world.rows<{ id: string }>(
      'select id from measures.measure where plan_id = $1 and number = $2',
      [scene.planId, number],
    );
    return row!.id;
  }

  /** The row that binds a body to a measure. */
  async partyBody(measureId: string, bodyId: string): Promise<string> {
    const [row] = await this.world.rows<{ id: string }>(
      'select id from plan.party_body where measure_id = $1 and body_id = $2',
      [measureId, bodyId],
    );
    return row!.id;
  }

  async consent(scene: PlanScene, measureId: string, bodyId: string, action: ConsentAction, on: string): Promise<void> {
    const letter = action === 'note-silence' ? null : { number: `01-${bodyId.slice(-4)}`, on };
    const id = await this.partyBody(measureId, bodyId);
    await this.app.get(ChangeConsent).execute(await this.on(scene.officer, on), scene.planId, id, action, letter);
  }

  /** What a body has written on paper about a measure, typed in and so accepted. */
  async answer(
    scene: PlanScene,
    { measureId, bodyId, quarter, day }: { measureId: string; bodyId: string; quarter: 1 | 2 | 3 | 4; day: string },
    values: Partial<AnswerInput> = {},
  ): Promise<void> {
    const [slice] = await this.world.rows<{ id: string }>(
      `select s.id from plan.slice s join plan.instance i on i.id = s.instance_id where i.measure_id = $1 and s.quarter = $2`,
      [measureId, quarter],
    );
    const answer = { ...SAID, sliceId: slice!.id, ...values };
    const source = { channel: 'letter' as const, letter: { number: '1', on: day } };
    const ctx = await this.on(scene.officer, day);
    await this.app.get(SaveAnswers).byOfficer(ctx, scene.planId, bodyId, quarter, [answer], source);
  }
}

const SAID: Omit<AnswerInput, 'sliceId'> = {
  ...{ wasHeld: true, narrative: 'Проведено', events: 1, people: 20, organisations: 3, rows: [] },
};
