import { Injectable } from '@nestjs/common';
import { withoutPersonalData } from '#libs/identity';
import { competitionByCode } from '#libs/competitions';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AskedList } from '#libs/platform/http';
import type { ProjectResult } from '../model/conclusion.lifecycle.js';
import { published, publishedParts, publishedStory } from '../model/published.js';
import type { ReportRow } from '../model/report.js';
import { controlOf, type RefundRow } from './control-of-project.js';
import type { ConclusionRow } from './read-conclusion.js';
import { projectById, type ProjectRow } from './project-for-page.js';
import { finalParts } from './final-parts.js';
import { REPORT_COLUMNS, REPORTS } from './read-report.js';

/** A funded project for everybody. */
export interface PublishedProject {
  id: string;
  title: string;
  organisationName: string;
  edrpou: string;
  settlement: string;
  sumKop: number;
  paidKop: number;
  toReturnKop: number;
  outcome: ProjectResult | 'running';
}

/** rule 66: reports and conclusions are public at once after the approval; scans, payees and accounts never (rule 55). */
@Injectable()
export class PublishedProjects {
  constructor(private readonly db: Database) {}

  async ofCompetition(code: string, asked: AskedList<PublishedProject>) {
    const competition = await competitionByCode(this.db, code);
    if (competition.state !== 'decided') throw new NotFound();
    const found = await asked.find(
      this.db,
      `select p.id, c.subject as title, o.name as "organisationName", o.edrpou, p.settlement, c.sum_kop as "sumKop",
              c.paid_kop as "paidKop", coalesce(v.untargeted_kop + v.unspent_kop, 0) as "toReturnKop",
              coalesce(v.result, 'running') as outcome
         from monitoring.project p
         join contracts.v_contract c on c.id = p.id
         join identity.v_organisation o on o.id = p.organisation_id
         left join monitoring.v_conclusion v on v.project_id = p.id
        where p.competition_id = $1`,
      [competition.id],
    );
    const rows = found.rows.map((row) => ({
      ...{ ...row, title: withoutPersonalData(row.title), sumKop: Number(row.sumKop), paidKop: Number(row.paidKop) },
      toReturnKop: Number(row.toReturnKop),
    }));
    const evaluated = await this.db.one(
      `select from monitoring.evaluation where competition_id = $1 and state = 'approved'`,
      [competition.id],
    );
    const isEvaluated = !competition.isRehearsal && evaluated !== undefined;
    return { competition, isEvaluated, found: { ...found, rows } };
  }

  /** @throws NotFound for a project of a rehearsal */
  async one(id: string): Promise<
    {
      project: ProjectRow;
      reports: ReportRow[];
      conclusion: ConclusionRow | undefined;
      refund: RefundRow | undefined;
    } & Parts
  > {
    const project = await projectById(this.db, id);
    const real = await this.db.one('select from competitions.v_competition where id = $1 and not is_rehearsal', [
      project.competitionId,
    ]);
    if (!real) throw new NotFound();
    const reports = await this.db.rows<ReportRow>(
      `select ${REPORT_COLUMNS} ${REPORTS} where r.project_id = $1 and r.state = 'accepted' order by r.position`,
      [id],
    );
    const isReported = reports.some(({ kind }) => kind === 'final');
    const parts = isReported ? publishedParts(await finalParts(this.db, id)) : null;
    const { conclusion, refund } = await controlOf(this.db, id);
    const isConcluded = conclusion?.state === 'approved';
    return {
      ...{ project: { ...project, title: withoutPersonalData(project.title) }, parts },
      ...{ reports: reports.map(publishedStory), conclusion: isConcluded ? published(conclusion) : undefined, refund },
    };
  }
}

type Parts = { parts: Awaited<ReturnType<typeof finalParts>> | null };
