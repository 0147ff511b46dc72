import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import type { PersonPair } from '../model/distribution.js';

export interface ExpertToChoose {
  personId: string;
  fullName: string;
  load: number;
  loadLimit: number;
  /** What stands against the person for this proposal, as a code; null = nothing. */
  against: 'conflict' | 'undeclared' | 'question' | 'has-it' | 'at-limit' | null;
}

export interface ExpertsToChooseView {
  competition: CompetitionRow;
  /** Of the distribution. */
  version: number;
  registerCode: string;
  title: string;
  /** Who has the place now. */
  fullName: string;
  experts: ExpertToChoose[];
}

/** Who could take the place of an expert at a proposal, and what stands against the others. */
@Injectable()
export class ExpertsToChoose {
  constructor(private readonly db: Database) {}

  /** @throws NotFound when the distribution does not wait for approval, or has no such pair */
  async execute(ctx: Context, competitionId: string, pair: PersonPair): Promise<ExpertsToChooseView> {
    const competition = await competitionById(this.db, competitionId);
    demand(evaluationPolicy, 'see', ctx.actor, competition);
    demand(evaluationPolicy, 'distribute', ctx.actor, competition);
    const params = [competitionId, pair.applicationId, pair.personId];
    const found = await this.db.one<Omit<ExpertsToChooseView, 'competition' | 'experts'> & { id: string }>(
      PAIR,
      params,
    );
    if (!found) throw new NotFound();
    const { id, ...rest } = found;
    return { competition, ...rest, experts: await this.db.rows<ExpertToChoose>(EXPERTS, [id, pair.applicationId]) };
  }
}

const PAIR = `
  select d.id, d.version, v.register_code as "registerCode", v.title, one.full_name as "fullName"
    from evaluation.distribution d
    join evaluation.distribution_pair p on p.distribution_id = d.id and p.application_id = $2 and p.person_id = $3 and p.is_active
    join applications.v_application v on v.id = p.application_id
    join identity.v_person one on one.id = p.person_id
   where d.competition_id = $1 and d.state = 'ready'`;

const EXPERTS = `
  select *, case when kind <> 'none' then 'conflict' when kind is null then 'undeclared' when "isAsked" then 'question' when "hasIt" then 'has-it'
                 when load >= "loadLimit" then 'at-limit' end as against
    from (select e.person_id as "personId", one.full_name as "fullName", e.load_limit as "loadLimit",
                 e.load_before + (select count(*)::int from evaluation.distribution_pair x
                                   where x.distribution_id = $1 and x.person_id = e.person_id and x.is_active) as load,
                 c.kind,
                 exists (select from evaluation.conflict_question q where q.application_id = $2
                            and q.person_id = e.person_id and q.state = 'open') as "isAsked",
                 exists (select from evaluation.distribution_pair x where x.distribution_id = $1
                            and x.application_id = $2 and x.person_id = e.person_id and x.is_active) as "hasIt"
            from evaluation.distribution_expert e
            join identity.v_person one on one.id = e.person_id
            left join evaluation.conflict_declaration c on c.application_id = $2 and c.person_id = e.person_id
           where e.distribution_id = $1) as expert
   order by against nulls first, load, "fullName" collate "uk-x-icu", "personId"
   limit 1000`;
