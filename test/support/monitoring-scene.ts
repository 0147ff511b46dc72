import { PutExpense, SaveReport, SubmitReport, type NewExpense } from '#libs/monitoring';
import type { Actor } from '#libs/platform/access';
import type { TestApp } from './app.js';
import { UAH } from './award-scene.js';
import { ContractScenes, type ContractScene } from './contract-scene.js';
import type { World } from './world.js';

/** After the projects of the scene have ended. */
export const IN_DECEMBER = new Date('2021-12-02T08:00:00Z');
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

export interface ReportIds {
  interim: string;
  final: string;
}

/** Takes a project whose contract is in force through its reports, by the use cases. */
export class MonitoringScenes {
  readonly contracts: ContractScenes;

  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {
    this.contracts = new ContractScenes(app, world);
  }

  at = (actor: Actor, at = IN_DECEMBER) => this.app.ctx(actor, at);

  /** Contracts in force, and their projects opened by the reaction. */
  async running(uah: readonly number[]): Promise<{ of: ContractScene; ids: string[] }> {
    const of = await this.contracts.decided(uah);
    const ids = await this.contracts.inForce(of);
    await this.app.drain();
    return { of, ids };
  }

  async monitorOf(of: ContractScene) {
    return this.contracts.awards.person({ role: 'monitor', scopeKind: 'organiser', scopeId: of.organiserId });
  }

  async reports(projectId: string): Promise<ReportIds> {
    const rows = await this.world.rows<{ id: string; kind: keyof ReportIds }>(
      'select id, kind from monitoring.report where project_id = $1',
      [projectId],
    );
    return Object.fromEntries(rows.map(({ id, kind }) => [kind, id])) as unknown as ReportIds;
  }

  async lines(projectId: string): Promise<string[]> {
    const rows = await this.world.rows<{ id: string }>(
      'select id from contracts.budget_line where contract_id = $1 order by position',
      [projectId],
    );
    return rows.map(({ id }) => id);
  }

  versionOf = async (id: string): Promise<number> =>
    (await this.world.rows<{ version: number }>('select version from monitoring.report where id = $1', [id]))[0]!
      .version;

  /** Story, indicators and people; the money is left to the caller. */
  async write(actor: Actor, projectId: string, reportId: string): Promise<void> {
    const save = this.app.get(SaveReport);
    const ctx = await this.at(actor);
    await save.story(ctx, reportId, await this.versionOf(reportId), {
      ...{ done: 'Лави стоять у сквері.', results: 'Сквером ходять щодня.', difficulties: '' },
    });
    const indicators = await this.world.rows<{ id: string }>(
      'select id from contracts.indicator where contract_id = $1',
      [projectId],
    );
    await save.indicators(
      ...([ctx, reportId, await this.versionOf(reportId)] as const),
      indicators.map(({ id }) => ({
        ...{ indicatorId: id, fact: '120', sourceDocument: 'Списки № 1–4', confirmedBy: 'Ткач І. І.' },
        ...{ confirmedOn: '2021-11-30', people: 120, women: 70 },
      })),
    );
    await save.reach(ctx, reportId, await this.versionOf(reportId), [
      { groupName: 'молодь', district: 'Сєвєродонецький район', people: 120, women: 70 },
    ]);
  }

  async spend(
    actor: Actor,
    reportId: string,
    lineId: string,
    uah: number,
    change: Partial<NewExpense> = {},
  ): Promise<string> {
    return this.app.get(PutExpense).add(
      await this.at(actor),
      reportId,
      {
        ...{ lineId, paidOn: '2021-06-15', payee: 'ТОВ «Деревина»', purpose: 'Дошка' },
        ...{ documentTitle: 'Накладна № 7 від 15.06.2021', fundedKop: uah * UAH, ownKop: 0, ...change },
      },
      { name: 'Накладна.pdf', content: PDF },
    );
  }

  async submit(actor: Actor, reportId: string): Promise<void> {
    await this.app.get(SubmitReport).execute(await this.at(actor), reportId, await this.versionOf(reportId));
  }

  conclusionVersion = async (projectId: string): Promise<number> =>
    (
      await this.world.rows<{ version: number }>('select version from monitoring.conclusion where project_id = $1', [
        projectId,
      ])
    )[0]?.version ?? 0;

  stateOf = async (id: string): Promise<string> =>
    (await this.world.rows<{ state: string }>('select state from monitoring.report where id = $1', [id]))[0]!.state;
}
