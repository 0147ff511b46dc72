import { Injectable } from '@nestjs/common';
import { applicationForReading } from '#libs/applications';
import { competitionById } from '#libs/competitions';
import { applicantsOf } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { newId, type Tx } from '#libs/platform/database';
import { shortDate, kyivInstant } from '#libs/platform/clock';
import { phrase } from '#libs/platform/phrases';
import { projectOpened } from '../model/monitoring.facts.js';
import { reportsOf, type NewReport } from '../model/report-terms.js';
import { monitoringPaths } from '../paths.js';

interface Signed {
  applicationId: string;
  competitionId: string;
  organiserId: string;
  organisationId: string;
  subject: string;
  endsOn: string;
}

/** A signed contract becomes a project under monitoring, with the reports that it owes. */
@Injectable()
export class OpenProject {
  constructor(private readonly notices: Notices) {}

  /** Said twice, it happens once. */
  async within(tx: Tx, contractId: string): Promise<void> {
    const contract = await signedContract(tx, contractId);
    const competition = await competitionById(tx, contract.competitionId);
    const { content } = await applicationForReading(tx, contract.applicationId);
    const isNew = await tx.change(
      `insert into monitoring.project (id, application_id, competition_id, organiser_id, organisation_id, budget_year,
              priority, settlement, opened_at)
       select $1, $2, $3, $4, o.id, $6, $7, o.settlement, $8 from identity.v_organisation o where o.id = $5
       on conflict (id) do nothing`,
      [
        ...[contractId, contract.applicationId, contract.competitionId, contract.organiserId, contract.organisationId],
        ...[competition.budgetYear, content.priority ?? '', tx.now],
      ],
    );
    if (isNew === 0) return;
    const reports = reportsOf(competition, contract.endsOn, await waitingInstalments(tx, contractId));
    await insertReports(tx, contractId, reports);
    const particulars = { reports: reports.map(({ kind, dueOn }) => ({ kind, dueOn })) };
    tx.record(projectOpened, { subjectId: contractId, scopeId: contract.competitionId, particulars });
    await this.tell(tx, contractId, contract, reports.at(-1)!);
  }

  private async tell(tx: Tx, id: string, { organisationId, organiserId, subject }: Signed, final: NewReport) {
    for (const to of await applicantsOf(tx, organisationId))
      await this.notices.queue(tx, {
        ...{ to, kind: 'duty', organiserId, template: 'monitoring.opened', path: monitoringPaths.own(id) },
        data: {
          title: subject,
          dueOn: final.dueOn
            ? shortDate(kyivInstant(final.dueOn, '12:00'))
            : phrase(to.language, 'monitoring:report.noTerm'),
        },
      });
  }
}

async function signedContract(tx: Tx, id: string): Promise<Signed> {
  const row = await tx.one<Signed>(
    `select application_id as "applicationId", competition_id as "competitionId", organiser_id as "organiserId",
            organisation_id as "organisationId", subject, ends_on::text as "endsOn"
       from contracts.v_contract where id = $1`,
    [id],
  );
  return row!;
}

const waitingInstalments = (tx: Tx, contractId: string): Promise<{ id: string; dueOn: string }[]> =>
  tx.rows(
    `select id, due_on::text as "dueOn" from contracts.v_instalment
      where contract_id = $1 and waits_for_report order by number`,
    [contractId],
  );

function insertReports(tx: Tx, projectId: string, reports: readonly NewReport[]): Promise<number> {
  return tx.change(
    `insert into monitoring.report (id, project_id, kind, position, instalment_id, due_on)
     select r.id, $1, r.kind, r.position, r."instalmentId", r."dueOn"
       from jsonb_to_recordset($2) as r (id uuid, kind text, position integer, "instalmentId" uuid, "dueOn" date)`,
    [projectId, JSON.stringify(reports.map((report) => ({ ...report, id: newId() })))],
  );
}
