import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import type { Bottleneck } from '../model/assignment/assign.js';
import {
  isProved,
  outputDigest,
  type DistributionState,
  type KeptProof,
  type PersonPair,
} from '../model/distribution.js';

export interface DistributionRow {
  id: string;
  state: DistributionState;
  version: number;
  isRepair: boolean;
  served: number;
  proposals: number;
  askedAt: Date;
  finishedAt: Date | null;
  approvedAt: Date | null;
  approvedBy: string | null;
  bottleneck: Bottleneck | null;
  inputSha256: string | null;
  outputSha256: string | null;
}

/** How many proposals an expert would have, and had before. */
export interface ExpertLoad {
  personId: string;
  fullName: string;
  load: number;
  loadBefore: number;
  loadLimit: number;
}

export interface DistributionView {
  competition: CompetitionRow;
  /** The latest one, and what it proves; null when nobody has asked for one. */
  distribution: DistributionRow | null;
  loads: ExpertLoad[];
  /** Replacements that people made in it. */
  changes: number;
  /** Pairs that a conflict, or an ended power, has forbidden since. */
  broken: number;
  /** Whether the kept prices prove the computed pairs: checked now, from what is stored. */
  isProved: boolean;
  /** Experts who have not declared about every proposal yet: they get none of these. */
  undeclaredExperts: number;
}

/** The latest distribution of a competition «k of n» with its loads and its proof, for those who approve it. */
@Injectable()
export class DistributionForPage {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string): Promise<DistributionView> {
    const competition = await competitionById(this.db, competitionId);
    demand(evaluationPolicy, 'see', ctx.actor, competition);
    demand(evaluationPolicy, 'distribute', ctx.actor, competition);
    if (competition.scoringMode !== 'k-of-n') throw new NotFound();
    const distribution = (await this.db.one<DistributionRow>(LATEST, [competitionId])) ?? null;
    const id = distribution?.id ?? null;
    return {
      competition,
      distribution,
      loads: id ? await this.db.rows<ExpertLoad>(LOADS, [id]) : [],
      ...(await this.counts(id, competitionId)),
      isProved: !!distribution?.inputSha256 && (await this.checkProof(distribution)),
    };
  }

  private async counts(id: string | null, competitionId: string) {
    const found = await this.db.one<Pick<DistributionView, 'changes' | 'broken' | 'undeclaredExperts'>>(COUNTS, [
      id,
      competitionId,
    ]);
    return found!;
  }

  private async checkProof({ id, outputSha256 }: DistributionRow): Promise<boolean> {
    const proof = await this.db.one<KeptProof>(
      'select problem, scores, prices from evaluation.distribution where id = $1',
      [id],
    );
    const pairs = await this.db.rows<PersonPair>(
      `select application_id as "applicationId", person_id as "personId" from evaluation.distribution_pair
        where distribution_id = $1 and is_computed`,
      [id],
    );
    return outputDigest(pairs) === outputSha256 && isProved(proof!, pairs);
  }
}

const LATEST = `
  select d.id, d.state, d.version, d.is_repair as "isRepair", d.served, d.proposals, d.asked_at as "askedAt",
         d.finished_at as "finishedAt", d.approved_at as "approvedAt", p.full_name as "approvedBy", d.bottleneck,
         d.input_sha256 as "inputSha256", d.output_sha256 as "outputSha256"
    from evaluation.distribution d left join identity.v_person p on p.id = d.approved_by
   where d.competition_id = $1 order by d.id desc limit 1`;

const LOADS = `
  select e.person_id as "personId", p.full_name as "fullName", e.load_before as "loadBefore", e.load_limit as "loadLimit",
         e.load_before + (select count(*)::int from evaluation.distribution_pair x
                           where x.distribution_id = e.distribution_id and x.person_id = e.person_id and x.is_active) as load
    from evaluation.distribution_expert e join identity.v_person p on p.id = e.person_id
   where e.distribution_id = $1 order by load desc, p.full_name collate "uk-x-icu", e.person_id`;

const COUNTS = `
  select (select count(*)::int from evaluation.distribution_pair where distribution_id = $1 and is_active and not is_computed) as changes,
         (select count(*)::int from evaluation.distribution_pair x join evaluation.distribution d on d.id = x.distribution_id
           where x.distribution_id = $1 and x.is_active and d.state = 'ready'
             and not (exists (select from evaluation.v_free_pair c
                               where c.application_id = x.application_id and c.person_id = x.person_id)
                      and exists (select from identity.v_role r
                                   where r.scope_id = $2 and r.person_id = x.person_id and r.role = 'expert'))) as broken,
         (select count(*)::int from identity.v_role r
           where r.scope_id = $2 and r.role = 'expert'
             and exists (select from applications.v_application v
                          where v.competition_id = $2 and v.state = 'admitted'
                            and not exists (select from evaluation.conflict_declaration c
                                             where c.application_id = v.id and c.person_id = r.person_id))) as "undeclaredExperts"`;
