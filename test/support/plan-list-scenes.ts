import { newId } from '#libs/platform/database';
import type { TestApp } from './app.js';
import type { ListScene } from './list-check.js';
import { Visitor } from './visitor.js';
import type { World } from './world.js';

const SECRET = 'Таємниця';
const IMPORTED_AT = new Date('2020-11-12T10:00:00Z');

/** Lists of a plan: its measures, and the bodies behind its parties. */
export class PlanListScenes {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  async scenes(officer: Visitor, organiserId: string, neighbourId: string): Promise<Record<string, ListScene>> {
    const planId = await this.plan('list-of-measures', 'Проведення конкурсу проєктів', organiserId);
    await this.plan('neighbour', `${SECRET} захід`, neighbourId);
    await this.bodies(organiserId, ['Кремінна: міська громада', 'Лисичанська міська громада']);
    await this.bodies(neighbourId, [`${SECRET} громада`]);
    return {
      measures: {
        path: '/plan/list-of-measures/2020/list',
        ...{ visitor: new Visitor(this.app), count: 1, search: { typed: 'проведення КОНКУРСИ', count: 1 } },
        secrets: [`${SECRET} захід`],
      },
      'plan-bodies': {
        path: `/organiser/plans/${planId}/bodies`,
        ...{ visitor: officer, count: 2, search: { typed: 'КРЕМIННА громада', count: 1 } },
        secrets: [`${SECRET} громада`],
      },
    };
  }

  private async plan(slug: string, measure: string, organiserId: string): Promise<string> {
    const [planId, directionId] = [newId(), newId()];
    await this.world.insert('measures.plan', {
      ...{ id: planId, organiser_id: organiserId, organiser_slug: slug, organiser_name: 'Департамент', year: 2020 },
      ...{ title: 'План заходів', approved_by_position: 'Голова', approved_by_name: 'С. Гайдай' },
      ...{ approved_on: '2019-12-20', signed_by_position: 'Директор', signed_by_name: 'О. Прізвище' },
      ...{ source_sha256: '0'.repeat(64), imported_at: IMPORTED_AT },
    });
    await this.world.insert('measures.direction', { id: directionId, plan_id: planId, number: 1, title: 'Напрям' });
    await this.world.insert('measures.measure', {
      ...{ id: newId(), plan_id: planId, direction_id: directionId, number: '1.1', position: 1, title: measure },
      ...{ deadline_text: 'IV квартал', deadline: JSON.stringify({ kind: 'quarter', quarter: 4 }) },
    });
    return planId;
  }

  /** Bodies behind a party of the plan. */
  private async bodies(organiserId: string, names: readonly string[]): Promise<void> {
    for (const name of names)
      await this.world.insert('plan.body', {
        ...{ id: newId(), organiser_id: organiserId, class_key: 'united-communities', name, valid_from: '2019-01-01' },
      });
  }
}
