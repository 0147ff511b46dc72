import { Injectable } from '@nestjs/common';
import { competitionByCode, type CompetitionRow } from '#libs/competitions';
import { Database } from '#libs/platform/database';
import type { Paging } from '#libs/platform/http';

export interface AdmissionDecision {
  registerCode: string;
  organisationName: string;
  edrpou: string;
  title: string;
  state: 'admitted' | 'refused';
  decisionReason: string | null;
}

export interface AdmissionDecisions {
  competition: CompetitionRow;
  admitted: number;
  refused: number;
  /** Not decided yet: their names are not public. */
  waiting: number;
  decisions: AdmissionDecision[];
  found: number;
}

/** What the commission decided about admission, for everybody, once the minutes are signed (rule 53). */
@Injectable()
export class AdmissionDecisionsQuery {
  constructor(private readonly db: Database) {}

  async execute(code: string, state: string | null, search: string, paging: Paging): Promise<AdmissionDecisions> {
    const competition = await competitionByCode(this.db, code);
    const counts = await this.db.one<Pick<AdmissionDecisions, 'admitted' | 'refused' | 'waiting'>>(
      `select count(*) filter (where state = 'admitted')::int as admitted,
              count(*) filter (where state = 'refused')::int as refused,
              count(*) filter (where state = 'submitted')::int as waiting
         from applications.application where competition_id = $1`,
      [competition.id],
    );
    const rows = await this.db.rows<AdmissionDecision & { found: number }>(
      `select register_code as "registerCode", organisation_name as "organisationName", edrpou, title, state,
              decision_reason as "decisionReason", count(*) over ()::int as found
         from applications.v_application
        where competition_id = $1 and state in ('admitted', 'refused') and ($2::text is null or state = $2)
          and (register_code ilike $3 or title ilike $3 or organisation_name ilike $3)
        order by register_code limit $4 offset $5`,
      [competition.id, state, `%${search.replace(/[\\%_]/g, '\\$&')}%`, paging.size, paging.offset],
    );
    return { competition, ...counts!, decisions: rows, found: rows[0]?.found ?? 0 };
  }
}
