import { ImportPlan, planOf2020, type PlanFile } from '#libs/measures';
import { ExpandClasses, ExpansionForOfficer, SaveBody, type BodyInput } from '#libs/plan';
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
}
