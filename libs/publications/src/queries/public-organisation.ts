import { Injectable } from '@nestjs/common';
import { withoutPersonalData } from '#libs/identity';
import { earlierNames, type LegalForm } from '#libs/identity';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { Paging } from '#libs/platform/http';
import { toSafeInteger } from '#libs/platform/money';
import { pastAwards, type PastAward } from './past-awards.js';
import { PUBLIC_SQL, STATE_SQL, type PublicProposal } from '../model/public-proposal.js';

/** Only what the public registers say: no head, no address, no telephone, no e-mail (rule 55). */
export interface OrganisationCard {
  id: string;
  edrpou: string;
  name: string;
  shortName: string;
  legalForm: LegalForm;
  /** Kyiv day. */
  registeredOn: string;
  settlement: string;
}

/** Of an organisation without a public decision here: only what a document about earlier funding says. */
export type KnownByName = Pick<OrganisationCard, 'edrpou' | 'name' | 'shortName'> & { id: null };

export interface YearTotals {
  year: number;
  proposals: number;
  funded: number;
  /** Kopecks, over the proposals whose sums are public. */
  requestedKop: number;
  awardedKop: number;
}

export interface OrganisationProfile {
  organisation: OrganisationCard | KnownByName;
  /** The latest first. */
  earlierNames: { name: string; until: Date }[];
  years: YearTotals[];
  total: Omit<YearTotals, 'year'>;
  proposals: PublicProposal[];
  pastAwards: PastAward[];
}

type ProposalRow = Omit<PublicProposal, 'requestedKop' | 'awardedKop' | 'competition'> & {
  requestedKop: string | null;
  awardedKop: string | null;
  code: string;
  competitionTitle: string;
  titleEn: string | null;
};
type YearRow = Omit<YearTotals, 'requestedKop' | 'awardedKop'> & { requestedKop: string; awardedKop: string };

/** An organisation across the years and authorities, as everybody may see it. */
@Injectable()
export class PublicOrganisation {
  constructor(private readonly db: Database) {}

  /** @throws NotFound while no decision on a proposal of it, and no earlier funding, is public */
  async execute(edrpou: string, paging: Paging): Promise<OrganisationProfile> {
    const organisation = await this.card(edrpou);
    const years = organisation && (await this.years(organisation.id));
    const past = await pastAwards(this.db, edrpou);
    if (!organisation || !years?.length) return onlyPast(edrpou, past);
    return {
      pastAwards: past,
      organisation,
      earlierNames: (await earlierNames(this.db, organisation.id)).filter(({ name }) => name !== organisation.name),
      years,
      total: totalOf(years),
      proposals: await this.proposals(organisation.id, paging),
    };
  }

  /** The code of the card that stayed when this one was a duplicate. */
  async leadsTo(edrpou: string): Promise<string | null> {
    const row = await this.db.one<{ edrpou: string }>(
      `select stayed.edrpou from identity.v_organisation o
         join identity.v_organisation_right r on r.organisation_id = o.id
         join identity.v_organisation stayed on stayed.id = r.merged_into
        where o.edrpou = $1`,
      [edrpou],
    );
    return row?.edrpou ?? null;
  }

  private card(edrpou: string): Promise<OrganisationCard | undefined> {
    return this.db.one(
      `select id, edrpou, name, short_name as "shortName", legal_form as "legalForm",
              registered_on::text as "registeredOn", settlement
         from identity.v_organisation where edrpou = $1`,
      [edrpou],
    );
  }

  private async years(organisationId: string): Promise<YearTotals[]> {
    const rows = await this.db.rows<YearRow>(
      `select c.budget_year as year, count(*)::int as proposals,
              count(*) filter (where r.outcome = 'funded')::int as funded,
              coalesce(sum(r.requested_kop), 0) as "requestedKop", coalesce(sum(r.amount_kop), 0) as "awardedKop"
         from applications.v_application a
         join competitions.v_competition c on c.id = a.competition_id
         left join awards.v_result r on r.application_id = a.id
        where a.organisation_id = $1 and not c.is_rehearsal and ${PUBLIC_SQL}
        group by c.budget_year order by c.budget_year desc`,
      [organisationId],
    );
    return rows.map((row) => ({
      ...row,
      requestedKop: toSafeInteger(row.requestedKop),
      awardedKop: toSafeInteger(row.awardedKop),
    }));
  }

  private async proposals(organisationId: string, paging: Paging): Promise<PublicProposal[]> {
    const rows = await this.db.rows<ProposalRow>(
      `select a.register_code as "registerCode", a.title, ${STATE_SQL} as state, r.requested_kop as "requestedKop",
              r.amount_kop as "awardedKop", c.budget_year as year, c.code, c.title as "competitionTitle",
              c.title_en as "titleEn", o.name as "organiserName", c.state = 'decided' as "hasResults"
         from applications.v_application a
         join competitions.v_competition c on c.id = a.competition_id
         join identity.v_organiser o on o.id = c.organiser_id
         left join awards.v_result r on r.application_id = a.id
        where a.organisation_id = $1 and not c.is_rehearsal and ${PUBLIC_SQL}
        order by c.budget_year desc, a.submitted_at desc, a.id limit $2 offset $3`,
      [organisationId, paging.size, paging.offset],
    );
    return rows.map(publicProposal);
  }
}

/** That an organisation registered here, or writes a draft, is nobody's business: its card stays out of it. */
function onlyPast(edrpou: string, past: PastAward[]): OrganisationProfile {
  if (past.length === 0) throw new NotFound();
  const { organisationName: name } = past[0]!;
  return {
    ...{ organisation: { id: null, edrpou, name, shortName: name }, earlierNames: [], years: [], total: totalOf([]) },
    ...{ proposals: [], pastAwards: past },
  };
}

function publicProposal({ code, competitionTitle, titleEn, ...row }: ProposalRow): PublicProposal {
  return {
    ...row,
    title: withoutPersonalData(row.title), // typed by people (rule 55)
    requestedKop: row.requestedKop === null ? null : toSafeInteger(row.requestedKop),
    awardedKop: row.awardedKop === null ? null : toSafeInteger(row.awardedKop),
    competition: { code, title: competitionTitle, titleEn },
  };
}

function totalOf(years: readonly YearTotals[]): Omit<YearTotals, 'year'> {
  const sum = (key: keyof YearTotals) => years.reduce((total, year) => total + year[key], 0);
  return {
    proposals: sum('proposals'),
    funded: sum('funded'),
    requestedKop: sum('requestedKop'),
    awardedKop: sum('awardedKop'),
  };
}
