import { ApprovePayment, OrderPayment, TakeStatement } from '#libs/contracts';
import { newId } from '#libs/platform/database';
import type { TestApp } from './app.js';
import { AwardScenes, type AwardScene } from './award-scene.js';
import { browserOf } from './commission.js';
import { ContractScenes, DETAILS, IBAN } from './contract-scene.js';
import { distributionScene } from './distribution-scene.js';
import type { ListScene } from './list-check.js';
import { Visitor } from './visitor.js';
import type { World } from './world.js';

const DECIDED_AT = new Date('2020-11-12T10:00:00Z');

/** Lists of competitions that are scored by experts or decided, of authorities of their own. */
export class DecidedScenes {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
    /** What belongs to others and must not be seen. */
    private readonly foreign: string[],
  ) {}

  /** Rating and results of a competition of a third authority. */
  async scenes(): Promise<Record<string, ListScene>> {
    const scenes = new AwardScenes(this.app, this.world);
    const sketches = [
      { points: 38, uah: 50_000 },
      { points: 30, uah: 60_000 },
      { points: 20, uah: 10_000 },
    ];
    const decided = await scenes.rated(sketches, AwardScenes.CHECK_FOR_ALL);
    await scenes.adopted(decided);
    await scenes.order(decided);
    const [{ title }] = (await this.world.rows<{ title: string }>(
      'select title from applications.application where id = $1',
      [decided.proposals[0]!.id],
    )) as [{ title: string }];
    const search = { typed: title.toUpperCase(), count: 1 };
    await this.resultFiles(decided);
    await scenes.weighed(decided);
    return {
      'result-files': {
        path: '/open-data/results',
        ...{ visitor: new Visitor(this.app), count: 2, search: { typed: decided.code, count: 1 } },
        secrets: [...this.foreign, 'застаріла частина'],
      },
      rating: {
        path: `/organiser/competitions/${decided.id}/rating`,
        ...{ visitor: await browserOf(this.app, decided.officer), count: 3, search, secrets: this.foreign },
      },
      weighing: {
        path: `/organiser/competitions/${decided.id}/weighing`,
        ...{ visitor: await browserOf(this.app, decided.chair), count: 3, search, secrets: this.foreign },
      },
      'public-weighing': {
        path: `/competitions/${decided.code}/results/weighing`,
        ...{ visitor: new Visitor(this.app), count: 3, search, secrets: this.foreign },
      },
      results: {
        path: `/competitions/${decided.code}/results/table`,
        ...{ visitor: new Visitor(this.app), count: 3, search },
        secrets: [...this.foreign, '+380509998877', 'вул. Прихована'],
      },
    };
  }

  /** Contracts and payments of an authority of their own; what stays between the sides is nowhere else. */
  async contracts(): Promise<Record<string, ListScene>> {
    const scenes = new ContractScenes(this.app, this.world);
    const of = await scenes.decided([60_000, 30_000]);
    const [first] = await scenes.inForce(of);
    const payment = await this.app.get(OrderPayment).execute(await scenes.at(of.accountant), first!, {
      ...{ instalment: 1, purpose: 'Фінансова підтримка', basis: null },
    });
    await this.app.get(ApprovePayment).execute(await scenes.at(of.director), payment);
    const head = 'Номер документа;Дата;Сума;Рахунок отримувача;Призначення';
    const content = Buffer.from(`${head}\n71;01.02.2021;42000,00;${IBAN};Підтримка`);
    const statement = await this.app
      .get(TakeStatement)
      .execute(await scenes.at(of.accountant), of.organiserId, { name: 'виписка.csv', content });
    const [row] = await this.world.rows<{ title: string; name: string }>(
      `select c.subject as title, o.name from contracts.contract c
         join identity.organisation o on o.id = c.organisation_id where c.id = $1`,
      [first],
    );
    const secrets = [...this.foreign, 'вул. Прихована', DETAILS.signerName];
    const search = { typed: row!.title.toUpperCase(), count: 1 };
    const officer = await browserOf(this.app, of.officer);
    const all = { visitor: officer, count: 2, search, secrets: [...secrets, IBAN] };
    const one = { visitor: officer, count: 1 };
    return {
      contracts: { ...all, path: `/organiser/competitions/${of.id}/contracts` },
      'authority-contracts': { ...all, path: '/organiser/contracts' },
      'public-contracts': { ...all, visitor: new Visitor(this.app), path: `/competitions/${of.code}/contracts` },
      'my-contracts': { ...all, visitor: await browserOf(this.app, of.applicants[0]!), count: 1, path: '/contracts' },
      payments: {
        ...{ ...one, path: '/organiser/payments', secrets: [...secrets, IBAN] },
        search: { typed: row!.name.toUpperCase(), count: 1 },
      },
      statements: { ...one, path: '/organiser/statements', search: { typed: 'ВИПИСКА', count: 1 }, secrets },
      'statement-rows': {
        ...{ ...one, path: `/organiser/statements/${statement}`, search: { typed: 'ПIДТРИМКА', count: 1 }, secrets },
      },
    };
  }

  /** A competition of a fourth authority, scored by experts. */
  async ofExperts(): Promise<Record<string, ListScene>> {
    // A rehearsal: the public list stays as it is.
    const { competitionId, chair } = await distributionScene(this.world, { is_rehearsal: true });
    return {
      distribution: {
        path: `/organiser/competitions/${competitionId}/distribution`,
        ...{ visitor: await browserOf(this.app, chair), count: 2, search: { typed: 'САД бiля', count: 1 } },
        secrets: [...this.foreign, 'Захворів'],
      },
      'conflict-questions': {
        path: `/organiser/competitions/${competitionId}/conflicts`,
        ...{ visitor: await browserOf(this.app, chair), count: 1, search: { typed: 'ЕКСПЕРТЕНКО', count: 1 } },
        secrets: [...this.foreign, 'Кіно під зорями', 'Таємниця іншого члена'],
      },
    };
  }

  /** One part stands, an earlier one was superseded. */
  private async resultFiles({ id }: AwardScene): Promise<void> {
    const part = { competition_id: id, part: 'closing', content: 'частина\n', published_at: DECIDED_AT };
    await this.world.insert('awards.result_part', { id: newId(), ...part });
    await this.world.insert('awards.result_part', {
      ...{ id: newId(), ...part, content: 'застаріла частина\n', superseded_at: DECIDED_AT },
    });
  }
}
