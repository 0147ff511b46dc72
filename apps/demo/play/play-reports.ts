import { Injectable } from '@nestjs/common';
import { renderPdf } from '#libs/documents';
import { CheckExpenses, DecideReport, PutExpense, SaveReport, SubmitReport } from '#libs/monitoring';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { reportWords } from './report-words.js';
import { Stage } from './stage.js';

export interface Funded {
  edrpou: string;
  id: string;
  email: string;
  interim: string;
  final: string;
  /** Whole number that differs from project to project, for the choice of words. */
  at: number;
}

interface Line {
  id: string;
  kop: number;
}

const officer = 'officer@masscom.example';
const one = <T>(of: readonly T[], at: number): T => of[at % of.length]!;

/** Recipients report by the use cases, and the department checks. */
@Injectable()
export class PlayReports {
  private document: Buffer | null = null;

  constructor(
    private readonly db: Database,
    private readonly stage: Stage,
    private readonly save: SaveReport,
    private readonly put: PutExpense,
    private readonly submit: SubmitReport,
    private readonly check: CheckExpenses,
    private readonly decide: DecideReport,
  ) {}

  /** Projects whose contracts are in force, in an order that no race between the players changes. */
  async funded(competitionId: string): Promise<Funded[]> {
    return this.db.rows(
      `select p.id, row_number() over (order by o.edrpou)::int as at, o.edrpou,
              (select v.email from identity.v_role v where v.scope_id = p.organisation_id and v.role = 'applicant'
                order by v.id limit 1) as email,
              (select r.id from monitoring.report r where r.project_id = p.id and r.kind = 'interim' limit 1) as interim,
              (select r.id from monitoring.report r where r.project_id = p.id and r.kind = 'final') as final
         from monitoring.project p join contracts.v_contract c on c.id = p.id and c.state = 'in-force'
         join identity.v_organisation o on o.id = p.organisation_id
        where p.competition_id = $1 order by at`,
      [competitionId],
    );
  }

  /** A whole report, submitted: of each line this share of the money that is planned. */
  async write(project: Funded, kind: 'interim' | 'final', share: number, paidOn: string): Promise<void> {
    const reportId = project[kind];
    const ctx = await this.stage.as(project.email);
    let version = 0;
    const { difficulties, results } = reportWords;
    await this.save.story(ctx, reportId, version++, {
      ...{ done: one(reportWords[kind], project.at), results: one(results, project.at) },
      difficulties: one(difficulties, project.at),
    });
    await this.save.indicators(ctx, reportId, version++, await this.facts(project, kind, paidOn));
    const people = 20 + ((project.at * 37) % 160);
    await this.save.reach(ctx, reportId, version++, [
      {
        ...{ groupName: one(reportWords.groups, project.at), district: one(reportWords.districts, project.at) },
        ...{ people, women: Math.round(people * 0.6) },
      },
    ]);
    for (const line of await this.lines(project.id)) await this.spend(ctx, project, reportId, line, share, paidOn);
    await this.submit.execute(ctx, reportId, version);
  }

  async spend(
    ctx: Context,
    project: Funded,
    reportId: string,
    line: Line,
    share: number,
    paidOn: string,
    purpose = 'За кошторисом проєкту',
  ): Promise<void> {
    // Two halves come to the whole.
    const fundedKop = (reportId === project.final ? Math.ceil : Math.floor)(line.kop * share);
    if (fundedKop === 0) return;
    const payee = one(reportWords.payees, project.at + line.kop);
    const documentTitle = `Акт № ${1 + (line.kop % 97)} від ${paidOn.split('-').reverse().join('.')}`;
    const expense = { lineId: line.id, paidOn, payee, purpose, documentTitle, fundedKop, ownKop: 0 };
    await this.put.add(ctx, reportId, expense, { name: 'Акт.pdf', content: await this.act() });
  }

  /** The officer takes every expense, but refuses those of this purpose; then accepts the report. */
  async accept(reportId: string, refusedPurpose?: string): Promise<void> {
    const ctx = await this.stage.as(officer);
    const expenses = await this.db.rows<{ id: string; purpose: string }>(
      'select id, purpose from monitoring.expense where report_id = $1',
      [reportId],
    );
    const verdicts = expenses.map(({ id, purpose }) => {
      const isRefused = purpose === refusedPurpose;
      return { expenseId: id, isRefused, reason: isRefused ? reportWords.refused : '' };
    });
    const version = await this.versionOf(reportId);
    await this.check.execute(ctx, reportId, version, verdicts);
    await this.decide.accept(ctx, reportId, version + 1);
  }

  async giveBack(reportId: string): Promise<void> {
    const version = await this.versionOf(reportId);
    await this.decide.giveBack(await this.stage.as(officer), reportId, version, reportWords.returned);
  }

  async lines(projectId: string): Promise<Line[]> {
    const rows = await this.db.rows<{ id: string; kop: string }>(
      'select id, funded_kop as kop from contracts.v_budget_line where contract_id = $1 and funded_kop > 0 order by position limit 8',
      [projectId],
    );
    return rows.map(({ id, kop }) => ({ id, kop: Number(kop) }));
  }

  private async facts({ id, at }: Funded, kind: 'interim' | 'final', confirmedOn: string) {
    const rows = await this.db.rows<{ id: string; kind: string; planned: string }>(
      'select id, kind, planned from contracts.v_indicator where contract_id = $1',
      [id],
    );
    const part = kind === 'interim' ? 0.5 : 0.9 + (at % 4) * 0.05;
    return rows.map((row) => {
      const planned = Number(row.planned.replace(/[^\d,]/g, '').replace(',', '.'));
      const fact = row.kind === 'quantitative' && planned > 0 ? String(Math.round(planned * part)) : row.planned;
      const sourceDocument = reportWords.source;
      return {
        indicatorId: row.id,
        fact,
        sourceDocument,
        confirmedBy: 'керівник проєкту',
        confirmedOn,
        people: null,
        women: null,
      };
    });
  }

  private async versionOf(reportId: string): Promise<number> {
    const row = await this.db.one<{ version: number }>('select version from monitoring.report where id = $1', [
      reportId,
    ]);
    return row!.version;
  }

  /** One paper for all expenses of the story: what is in them nobody reads. */
  private async act(): Promise<Buffer> {
    this.document ??= await renderPdf({
      ...{ title: 'Акт наданих послуг', language: 'uk' },
      blocks: [{ kind: 'paragraph', text: 'Приклад документа про витрату.' }],
    });
    return this.document;
  }
}
