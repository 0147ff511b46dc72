import {
  AgreeContract,
  DraftContracts,
  GiveDetails,
  OfferContracts,
  PutInForce,
  SignContracts,
  type DraftTerms,
} from '#libs/contracts';
import type { Actor, Context } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { freezeRuleSet, presetRuleSet } from '#libs/terms';
import type { TestApp } from './app.js';
import { AwardScenes, UAH, type AwardScene } from './award-scene.js';
import type { World } from './world.js';

export const TERMS: DraftTerms = { place: 'м. Сєвєродонецьк', kpkvk: '2310180', kekv: '2610', firstPercent: 70 };
export const IBAN = 'UA303348510000026206114040874';
export const DETAILS = {
  iban: IBAN,
  treasuryIban: null,
  signerName: 'Ткач Ірина Іванівна',
  signerPosition: 'голова правління',
  ground: 'Статуту',
};
/** Inside the budget year of the competition. */
export const IN_WINTER = new Date('2021-02-01T08:00:00Z');
export const WINTER_DAY = '2021-02-01';

/** A decided competition whose winners have people. */
export interface ContractScene extends AwardScene {
  applicants: (Actor & { personId: string })[];
  accountant: Actor & { personId: string };
}

/** Takes a decided competition of the budget year 2021 through drafts, agreement and signatures, by the use cases. */
export class ContractScenes {
  readonly awards: AwardScenes;

  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {
    this.awards = new AwardScenes(app, world);
  }

  at = (actor: Actor, at = IN_WINTER): Promise<Context> => this.app.ctx(actor, at);

  /** One award for each sum; all of them fit into the pot of 100 000. */
  async decided(uah: readonly number[], twoApprovalsAboveUah = 50_000): Promise<ContractScene> {
    const { ruleSet } = freezeRuleSet(presetRuleSet('1049-2020'));
    const slot = { ...ruleSet.slots.twoApprovalsAboveUah, value: twoApprovalsAboveUah };
    const rules = JSON.stringify({ ...ruleSet, slots: { ...ruleSet.slots, twoApprovalsAboveUah: slot } });
    const sketches = uah.map((sum, index) => ({ points: 38 - index, uah: sum }));
    const of = await this.awards.rated(sketches, { rule_set: rules });
    const applicants = [];
    for (const [index, { id, organisationId }] of of.proposals.entries()) {
      await this.submission(id, uah[index]! * UAH);
      applicants.push(
        await this.awards.person({ role: 'applicant', scopeKind: 'organisation', scopeId: organisationId }),
      );
    }
    await this.awards.adopted(of);
    await this.awards.order(of);
    const accountant = await this.awards.person({
      ...{ role: 'accountant', scopeKind: 'organiser', scopeId: of.organiserId },
    });
    return { ...of, applicants, accountant };
  }

  /** The frozen words of a proposal: three fifths of the money on one line, the rest on another. */
  private async submission(applicationId: string, kop: number): Promise<void> {
    const first = Math.floor((kop * 3) / 5);
    const line = { group: '', category: 'матеріали', unit: 'шт', quantity: 1, months: 1, ownKop: 0, otherKop: 0 };
    const lines = [
      { ...line, title: 'Лави', priceKop: first, fundedKop: first },
      { ...line, title: 'Друк', priceKop: kop - first, fundedKop: kop - first },
    ];
    const indicator = { unit: 'осіб', baseline: '0', planned: '100', source: 'списки учасників' };
    const [row] = await this.world.rows<{ title: string; submitted_at: Date; created_by: string }>(
      'select title, submitted_at, created_by from applications.application where id = $1',
      [applicationId],
    );
    const sums = { requested_kop: kop, own_kop: 0, total_kop: kop, start_on: '2021-03-01', end_on: '2021-11-30' };
    // In the place of what the scene of awards has submitted.
    await this.world.rows('delete from applications.submission where application_id = $1', [applicationId]);
    await this.world.insert('applications.submission', {
      ...{ ...sums, id: newId(), application_id: applicationId, number: 1, sha256: '0'.repeat(64) },
      ...{ title: row!.title, submitted_at: row!.submitted_at, submitted_by: row!.created_by },
      content: JSON.stringify({
        ...{ title: row!.title, startOn: sums.start_on, endOn: sums.end_on, budget: { lines } },
        activities: [{ month: '2021-03', title: 'Відкриття', place: 'Сквер', responsible: 'Олена' }],
        indicators: [
          { kind: 'quantitative', title: 'Учасники', ...indicator },
          { kind: 'qualitative', title: 'Задоволеність', ...indicator },
        ],
      }),
    });
    await this.world.rows('update applications.application set submission_number = 1 where id = $1', [applicationId]);
  }

  async drafted(of: ContractScene, terms: Partial<DraftTerms> = {}): Promise<string[]> {
    await this.app.get(DraftContracts).execute(await this.at(of.officer), of.id, { ...TERMS, ...terms });
    return this.idsOf(of);
  }

  /** In the order of the proposals. */
  async idsOf(of: ContractScene): Promise<string[]> {
    const rows = await this.world.rows<{ id: string; applicationId: string }>(
      'select id, application_id as "applicationId" from contracts.contract where competition_id = $1',
      [of.id],
    );
    return of.proposals.map(({ id }) => rows.find((row) => row.applicationId === id)!.id);
  }

  async detailed(of: ContractScene): Promise<string[]> {
    const ids = await this.drafted(of);
    for (const [index, id] of ids.entries())
      await this.app.get(GiveDetails).execute(await this.at(of.applicants[index]!), id, DETAILS);
    return ids;
  }

  async agreed(of: ContractScene): Promise<string[]> {
    const ids = await this.detailed(of);
    await this.app.get(OfferContracts).execute(await this.at(of.officer), of.id, ids);
    for (const [index, id] of ids.entries())
      await this.app.get(AgreeContract).execute(await this.at(of.applicants[index]!), id);
    return ids;
  }

  async signed(of: ContractScene): Promise<string[]> {
    const ids = await this.agreed(of);
    await this.app.get(SignContracts).execute(await this.at(of.director), of.id, ids);
    return ids;
  }

  async inForce(of: ContractScene): Promise<string[]> {
    const ids = await this.signed(of);
    await this.app.get(PutInForce).execute(await this.at(of.officer), of.id, ids, WINTER_DAY);
    return ids;
  }

  stateOf = async (id: string): Promise<string> => {
    const [row] = await this.world.rows<{ state: string }>('select state from contracts.contract where id = $1', [id]);
    return row!.state;
  };
}
