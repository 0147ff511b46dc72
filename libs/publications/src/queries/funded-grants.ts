import { Injectable } from '@nestjs/common';
import { withoutPersonalData } from '#libs/awards';
import { Database } from '#libs/platform/database';
import type { Grant } from '../model/open-data/grant.js';

/** More than any authority has given; the latest come first. */
export const GRANTS_MAX = 20_000;
const SUMS = ['awardedKop', 'paidKop', 'toReturnKop'] as const;

/** Everything that was granted, of all authorities; rehearsals never (rules 53, 55, 58). */
@Injectable()
export class FundedGrants {
  constructor(private readonly db: Database) {}

  async all(): Promise<Grant[]> {
    const rows = await this.db.rows<Grant>(
      `select w.id, coalesce(c.subject, a.title) as title, a.organisation_name as "recipientName",
              a.edrpou as "recipientEdrpou", a.settlement, o.name as "authorityName", o.edrpou as "authorityEdrpou",
              k.code as "competitionCode", k.title as "competitionTitle", k.budget_year as "budgetYear",
              w.amount_kop as "awardedKop", w.ordered_on::text as "awardedOn", c.id as "contractId",
              c.number as "contractNumber", c.signed_on::text as "contractOn", coalesce(c.paid_kop, 0) as "paidKop",
              c.starts_on::text as "startsOn", c.ends_on::text as "endsOn", coalesce(c.state, 'awarded') as state,
              v.result, v.money_use as "moneyUse", v.untargeted_kop + v.unspent_kop as "toReturnKop"
         from awards.v_award w
         join applications.v_application a on a.id = w.application_id
         join competitions.v_competition k on k.id = w.competition_id and k.state = 'decided' and not k.is_rehearsal
         join identity.v_organiser o on o.id = k.organiser_id
         left join contracts.v_contract c on c.award_id = w.id and c.signed_on is not null
         left join monitoring.v_conclusion v on v.project_id = c.id
        where w.state = 'stands' order by w.ordered_on desc, w.id limit ${GRANTS_MAX}`,
    );
    return rows.map((row) => ({
      ...{ ...row, title: withoutPersonalData(row.title), recipientName: withoutPersonalData(row.recipientName) },
      ...Object.fromEntries(SUMS.map((key) => [key, row[key] === null ? null : Number(row[key])])),
    }));
  }

  /** When anything of it was last decided; null while there is nothing. */
  async modifiedOn(): Promise<string | null> {
    const row = await this.db.one<{ on: string | null }>(
      `select max(ordered_on)::text as "on" from awards.v_award w
         join competitions.v_competition k on k.id = w.competition_id and not k.is_rehearsal`,
    );
    return row!.on;
  }
}
