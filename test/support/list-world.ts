import type { Actor, Grant } from '#libs/platform/access';
import type { TestApp } from './app.js';
import { browserOf } from './commission.js';
import type { ListScene } from './list-check.js';
import type { Visitor } from './visitor.js';
import type { World } from './world.js';

/** Begins everything that nobody of the first authority may see. */
const SECRET = 'Таємниця';

/** Two authorities with competitions and proposals, and for every list a person who looks at it. */
export class ListWorld {
  private organiserId: string;
  private competitionId: string;
  private secrets: string[];

  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  async scenes(): Promise<Record<string, ListScene>> {
    await this.build();
    const officer = await this.visitor([{ role: 'officer', scopeKind: 'organiser', scopeId: this.organiserId }]);
    const { secrets } = this;
    return {
      proposals: {
        path: `/organiser/competitions/${this.competitionId}/proposals`,
        visitor: officer,
        count: 4,
        search: { typed: 'мiська сiм`я', count: 1 },
        secrets,
      },
    };
  }

  private async visitor(grants: Grant[]): Promise<Visitor> {
    return browserOf(this.app, (await this.world.person(grants)) as Actor & { personId: string });
  }

  private async build(): Promise<void> {
    this.organiserId = (await this.world.organiser()).id;
    const neighbour = await this.world.organiser({
      name: `${SECRET} сусіднього органу`,
      short_name: `${SECRET} сусід`,
    });
    this.competitionId = (await this.world.competition(this.organiserId, { state: 'admission' })).id;
    const titles = ['Міська сім’я', 'Бібліотека їде в село', '=HYPERLINK("http://x")', 'Чисте довкілля'];
    const states = ['submitted', 'admitted', 'refused', 'withdrawn'];
    for (const [index, title] of titles.entries())
      await this.proposal(this.competitionId, { title, state: states[index], requested_kop: 1_000_000 * (index + 1) });
    await this.proposal(this.competitionId, { title: `${SECRET} чернетки`, state: 'draft' });
    const foreign = await this.world.competition(neighbour.id, { state: 'admission', title: `${SECRET} конкурсу` });
    await this.proposal(foreign.id, { title: `${SECRET} пропозиції` });
    this.secrets = [`${SECRET} чернетки`, `${SECRET} пропозиції`, `${SECRET} сусід`];
  }

  private async proposal(competitionId: string, values: Record<string, unknown>): Promise<string> {
    const { id } = await this.world.organisation();
    return this.world.application(competitionId, id, {
      ...values,
      ...(values.state === 'refused' && {
        decision_reason: 'Немає статуту',
        decided_at: new Date('2020-11-12T10:00:00Z'),
      }),
      ...(values.state === 'admitted' && { decided_at: new Date('2020-11-12T10:00:00Z') }),
    });
  }
}
