import { Injectable } from '@nestjs/common';
import { withoutPersonalData } from '#libs/identity';
import { PUBLIC_CONTRACT_STATES } from '#libs/contracts';
import { Hourly } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import { changedAt, GRANTS_MAX, type PublicGrant } from '../model/open-data/public-grant.js';

type Sum = 'requestedKop' | 'awardedKop' | 'paidKop' | 'returnKop';
type RawGrant = Omit<PublicGrant, Sum> & Record<Sum, string | null>;

/**
 * Financial support that stands by a signed order: the one projection behind every open-data file (rules 53, 58).
 * Names of recipients never hide, what people typed loses personal data (rule 55).
 */
@Injectable()
export class PublicGrants {
  private readonly kept = new Hourly(async () => {
    const grants = await this.read();
    return { grants, changedAt: changedAt(grants) };
  });

  constructor(private readonly db: Database) {}

  /** The latest first, `GRANTS_MAX` at most, as they stood within the last hour: programs ask again and again. */
  async list(now: Date): Promise<readonly PublicGrant[]> {
    return (await this.kept.read(now)).figure.grants;
  }

  /** When anything in them last changed. */
  async changedAt(now: Date): Promise<Date> {
    return (await this.kept.read(now)).figure.changedAt;
  }

  private async read(): Promise<PublicGrant[]> {
    const rows = await this.db.rows<RawGrant>(
      `select w.id, a.register_code as "registerCode", a.title, w.ordered_on::text as "awardedOn", w.order_number as "orderNumber",
              c.code as "competitionCode", c.title as "competitionTitle", c.budget_year as year,
              g.edrpou as "organiserEdrpou", g.name as "organiserName",
              a.edrpou as "recipientEdrpou", a.organisation_name as "recipientName", a.settlement,
              a.requested_kop as "requestedKop", w.amount_kop as "awardedKop",
              a.start_on::text as "plannedFrom", a.end_on::text as "plannedUntil",
              k.id as "contractId", k.number as "contractNumber", k.signed_on::text as "contractOn", coalesce(k.paid_kop, 0) as "paidKop",
              m.result as conclusion, m.money_use as "moneyUse", m.untargeted_kop + m.unspent_kop as "returnKop",
              greatest(c.decided_at, m.approved_at) as "changedAt"
         from awards.v_award w
         join competitions.v_competition c on c.id = w.competition_id and not c.is_rehearsal
         join applications.v_application a on a.id = w.application_id
         join identity.v_organiser g on g.id = c.organiser_id
         left join contracts.v_contract k on k.award_id = w.id and k.state = any($1)
         left join monitoring.v_conclusion m on m.application_id = w.application_id
        where w.state = 'stands'
        order by w.ordered_on desc, a.register_code limit $2`,
      [PUBLIC_CONTRACT_STATES, GRANTS_MAX],
    );
    return rows.map(({ requestedKop, awardedKop, paidKop, returnKop, ...row }) => ({
      ...row,
      title: withoutPersonalData(row.title),
      recipientName: withoutPersonalData(row.recipientName),
      requestedKop: toSafeInteger(requestedKop!),
      awardedKop: toSafeInteger(awardedKop!),
      paidKop: toSafeInteger(paidKop!),
      returnKop: returnKop === null ? null : toSafeInteger(returnKop),
    }));
  }
}
