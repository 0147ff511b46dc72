import { Injectable } from '@nestjs/common';
import { competitionByCode, correctionsOf, type CompetitionRow, type CorrectionRow } from '#libs/competitions';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';

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
  corrections: CorrectionRow[];
  admitted: number;
  refused: number;
  /** Not decided yet: their names are not public. */
  waiting: number;
  found: Found<AdmissionDecision>;
}

/** What the commission decided about admission, for everybody, once the minutes are signed (rule 53). */
@Injectable()
export class AdmissionDecisionsQuery {
  constructor(private readonly db: Database) {}

  async execute(code: string, asked: AskedList<AdmissionDecision>): Promise<AdmissionDecisions> {
    const competition = await competitionByCode(this.db, code);
    const counts = await this.db.one<Pick<AdmissionDecisions, 'admitted' | 'refused' | 'waiting'>>(
      `select count(*) filter (where state = 'admitted')::int as admitted,
              count(*) filter (where state = 'refused')::int as refused,
              count(*) filter (where state = 'submitted')::int as waiting
         from applications.application where competition_id = $1`,
      [competition.id],
    );
    const found = await asked.find(
      this.db,
      `select register_code as "registerCode", organisation_name as "organisationName", edrpou, title, state,
              decision_reason as "decisionReason"
         from applications.v_application where competition_id = $1 and state in ('admitted', 'refused')`,
      [competition.id],
    );
    const corrections = await correctionsOf(this.db, competition.id, ['admission']);
    return { competition, corrections, ...counts!, found };
  }
}
