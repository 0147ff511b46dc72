import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { projectPolicy } from '../access/project.policy.js';
import { conclusionLifecycle, type ConclusionAction } from '../model/conclusion.lifecycle.js';
import type { ReportKind, ReportState } from '../model/report.js';
import { controlOf, type Control } from './control-of-project.js';
import { hasSpoken, subjectOf, type ConclusionRow } from './read-conclusion.js';

/** A funded project with what its contract says today. */
export interface ProjectRow {
  id: string;
  applicationId: string;
  competitionId: string;
  organiserId: string;
  coOrganiserId: string | null;
  isRehearsal: boolean;
  organisationId: string;
  organisationName: string;
  edrpou: string;
  competitionTitle: string;
  competitionCode: string;
  budgetYear: number;
  priority: string;
  settlement: string;
  title: string;
  number: string;
  sumKop: number;
  paidKop: number;
  startsOn: string;
  endsOn: string;
}

export interface ReportLine {
  id: string;
  kind: ReportKind;
  position: number;
  state: ReportState;
  dueOn: string | null;
  submittedAt: Date | null;
  isOverdue: boolean;
}

/** Nothing is checked here. @throws NotFound */
export async function projectById(reader: Reader, id: string): Promise<ProjectRow> {
  const row = await reader.one<ProjectRow>(
    `select p.id, p.application_id as "applicationId", p.competition_id as "competitionId", p.organiser_id as "organiserId",
            k.co_organiser_id as "coOrganiserId", k.is_rehearsal as "isRehearsal", p.organisation_id as "organisationId", o.name as "organisationName",
            o.edrpou, k.title as "competitionTitle", k.code as "competitionCode", p.budget_year as "budgetYear", p.priority,
            p.settlement, c.subject as title, c.number, c.sum_kop as "sumKop", c.paid_kop as "paidKop",
            c.starts_on::text as "startsOn", c.ends_on::text as "endsOn"
       from monitoring.project p
       join contracts.v_contract c on c.id = p.id
       join competitions.v_competition k on k.id = p.competition_id
       join identity.v_organisation o on o.id = p.organisation_id
      where p.id = $1`,
    [id],
  );
  if (!row) throw new NotFound();
  return { ...row, sumKop: Number(row.sumKop), paidKop: Number(row.paidKop) };
}

/** One funded project with its reports, for either side. @throws NotFound for everybody else */
@Injectable()
export class ProjectForPage {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, id: string): Promise<ProjectView> {
    const project = await projectById(this.db, id);
    demand(projectPolicy, 'see', ctx.actor, project);
    const reports = await this.db.rows<ReportLine>(
      `select id, kind, position, state, due_on::text as "dueOn", submitted_at as "submittedAt",
              coalesce(due_on < $2::date and state in ('draft', 'returned'), false) as "isOverdue"
         from monitoring.report where project_id = $1 order by position`,
      [id, kyivDay(ctx.now)],
    );
    const control = await controlOf(this.db, id);
    const may = {
      check: projectPolicy.check.allows(ctx.actor, project),
      report: projectPolicy.report.allows(ctx.actor, project),
      approve: projectPolicy.approve.allows(ctx.actor, project),
      settle: projectPolicy.settle.allows(ctx.actor, project),
    };
    const shown = may.check || may.approve || control.conclusion?.state !== 'draft';
    const conclusion = shown ? control.conclusion : undefined;
    return {
      project,
      reports,
      control: { ...control, conclusion },
      may,
      steps: conclusion ? await this.stepsOf(ctx, project, conclusion, may) : {},
    };
  }

  /** What this person may do with the conclusion now: action → the code of what is in its way, or null. */
  private async stepsOf(ctx: Context, project: ProjectRow, conclusion: ConclusionRow, may: May): Promise<Steps> {
    const at = { personId: ctx.actor.personId, today: kyivDay(ctx.now) };
    const subject = await subjectOf(this.db, conclusion, project, at);
    const roles = [...(may.check ? ['officer'] : []), ...(may.approve ? ['director'] : [])];
    const hears = may.report && !hasSpoken(conclusion) ? ['applicant'] : [];
    const steps = [...roles, ...hears].flatMap((role) =>
      conclusionLifecycle.available(conclusion.state, role, subject),
    );
    return Object.fromEntries(steps.map(({ action, reason }) => [action, reason]));
  }
}

type May = Record<'check' | 'report' | 'approve' | 'settle', boolean>;
type Steps = Partial<Record<ConclusionAction, string | null>>;
export interface ProjectView {
  project: ProjectRow;
  reports: ReportLine[];
  control: Control;
  may: May;
  steps: Steps;
}
