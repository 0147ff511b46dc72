import { Injectable } from '@nestjs/common';
import { competitionById, worksFor, type CompetitionRow } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { admissionPolicy } from '../access/admission.policy.js';

/** A passage of this proposal beside nearly the same one of another. */
export interface Likeness {
  part: string;
  words: string;
  percent: number;
  otherPart: string;
  /** Null where the other proposal is of an authority whose proposals the actor may not read. */
  otherWords: string | null;
  otherId: string;
  otherCode: string | null;
  otherTitle: string | null;
  otherOrganisation: string | null;
  otherState: string;
  competition: string;
  budgetYear: number | null;
  isSameOrganisation: boolean;
}

interface Found extends Likeness {
  organiserId: string;
  coOrganiserId: string | null;
}

const FOUND_MAX = 100;

/** What in a proposal is told in nearly the same words as elsewhere, across calls, years and organisations; advice only. */
@Injectable()
export class LikenessOfProposal {
  constructor(private readonly db: Database) {}

  async execute(
    ctx: Context,
    competitionId: string,
    applicationId: string,
  ): Promise<{ competition: CompetitionRow; title: string; registerCode: string; found: Likeness[] }> {
    const competition = await competitionById(this.db, competitionId);
    demand(admissionPolicy, 'see', ctx.actor, competition);
    const proposal = await this.db.one<{ title: string; registerCode: string }>(
      `select title, register_code as "registerCode" from applications.v_application
        where id = $1 and competition_id = $2 and state not in ('draft', 'withdrawn')`,
      [applicationId, competitionId],
    );
    if (!proposal) throw new NotFound();
    const found = await this.db.rows<Found>(SELECT, [applicationId]);
    return { competition, ...proposal, found: found.map((one) => asSeenBy(ctx, one)) };
  }
}

/** Another authority's proposal is told of, not shown. */
function asSeenBy(ctx: Context, { organiserId, coOrganiserId, ...one }: Found): Likeness {
  const mayRead = worksFor(ctx.actor, STAFF_ROLES, { organiserId, coOrganiserId });
  return mayRead ? one : { ...one, otherWords: null, otherTitle: null, otherOrganisation: null, otherCode: null };
}

/** How many passages were found alike; null = nobody has looked yet. */
export async function likenessCount(reader: Reader, competitionId: string, applicationId: string) {
  const row = await reader.one<{ isMade: boolean; count: number }>(
    `select exists (select from applications.watch where competition_id = $1) as "isMade",
            (select count(*)::int from applications.likeness where application_id = $2) as count`,
    [competitionId, applicationId],
  );
  return row!.isMade ? row!.count : null;
}

const SELECT = `
  select p.part, p.words, l.percent, o.part as "otherPart", o.words as "otherWords", l.other_id as "otherId",
         v.register_code as "otherCode", v.title as "otherTitle", v.organisation_short_name as "otherOrganisation",
         v.state as "otherState", c.title as competition, c.budget_year as "budgetYear",
         v.organisation_id = mine.organisation_id as "isSameOrganisation",
         c.organiser_id as "organiserId", c.co_organiser_id as "coOrganiserId"
    from applications.likeness l
    join applications.passage p on p.application_id = l.application_id and p.position = l.position
    join applications.passage o on o.application_id = l.other_id and o.position = l.other_position
    join applications.application mine on mine.id = l.application_id
    join applications.v_application v on v.id = l.other_id
    join competitions.v_competition c on c.id = v.competition_id
   where l.application_id = $1
   order by l.percent desc, l.position, l.other_id limit ${FOUND_MAX}`;
