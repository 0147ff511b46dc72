import { Injectable } from '@nestjs/common';
import {
  competitionByCode,
  correctionsOf,
  departmentAdmits,
  type CompetitionRow,
  type CorrectionRow,
} from '#libs/competitions';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import { ADMISSION } from '../model/admission.js';
import type { AdmissionOrder } from '../model/admission-order.js';
import { admissionOrders } from './read-admission-orders.js';

export interface AdmissionDecision {
  registerCode: string;
  organisationName: string;
  edrpou: string;
  title: string;
  state: 'admitted' | 'refused';
  decisionReason: string | null;
  /** The order of the director, where the authority admitted it. */
  orderNumber: string | null;
  /** Kyiv day. */
  orderOn: string | null;
  /** Else the session of the commission. */
  sessionNumber: number | null;
}

export interface AdmissionDecisions {
  competition: CompetitionRow;
  corrections: CorrectionRow[];
  admitted: number;
  refused: number;
  /** Not decided yet: their names are not public. */
  waiting: number;
  isByOrder: boolean;
  /** Signed ones, newest first. */
  orders: AdmissionOrder[];
  found: Found<AdmissionDecision>;
}

/** What was decided about admission, for everybody, once the minutes or the order are signed (rule 53). */
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
      `select v.register_code as "registerCode", v.organisation_name as "organisationName", v.edrpou, v.title, v.state,
              v.decision_reason as "decisionReason", o.number as "orderNumber", o.signed_on::text as "orderOn",
              (select max(i.session_number) from sessions.v_item i
                where o.id is null and i.kind = '${ADMISSION}' and i.subject_id = v.id and i.result = 'adopted')
                as "sessionNumber"
         from applications.v_application v
         join applications.application a on a.id = v.id
         left join applications.admission_order o on o.id = a.admission_order_id and o.state = 'signed'
        where v.competition_id = $1 and v.state in ('admitted', 'refused')`,
      [competition.id],
    );
    const corrections = await correctionsOf(this.db, competition.id, ['admission']);
    const orders = (await admissionOrders(this.db, competition.id)).filter(({ state }) => state === 'signed');
    return { competition, corrections, isByOrder: departmentAdmits(competition), orders, ...counts!, found };
  }
}
