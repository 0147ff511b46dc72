import { Injectable } from '@nestjs/common';
import { lockCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { distributionChanged } from '../model/evaluation.facts.js';
import { openDistribution } from '../queries/open-distribution.js';

export interface Replacement {
  /** Of the distribution that the page showed. */
  version: number;
  applicationId: string;
  fromPersonId: string;
  toPersonId: string;
  reason: string;
}

/** A person puts one expert in the place of another before the approval, under the same constraints as the solver. */
@Injectable()
export class ReplaceInDistribution {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string, replacement: Replacement): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'distribute', tx.actor, competition);
      const { id } = await openDistribution(tx, competitionId, replacement.version);
      await refuseOwnConflict(tx, replacement.applicationId);
      const why = await whyNot(tx, id, competitionId, replacement);
      if (why) throw invalidField('toPersonId', `evaluation.${why}`);
      await this.replace(tx, id, competitionId, replacement);
    });
  }

  private async replace(tx: Tx, id: string, competitionId: string, one: Replacement): Promise<void> {
    const { applicationId, fromPersonId, toPersonId, reason } = one;
    const taken = await tx.change(
      `update evaluation.distribution_pair set is_active = false, reason = $4
        where distribution_id = $1 and application_id = $2 and person_id = $3 and is_active`,
      [id, applicationId, fromPersonId, reason],
    );
    if (taken === 0) throw invalidField('fromPersonId', 'evaluation.pair-gone');
    await tx.change(
      `insert into evaluation.distribution_pair (distribution_id, application_id, person_id, fit, is_computed, is_active, reason)
       values ($1, $2, $3, $4, false, true, $5)
       on conflict (distribution_id, application_id, person_id) do update set is_active = true, reason = excluded.reason`,
      [id, applicationId, toPersonId, await fitOf(tx, id, applicationId, toPersonId), reason],
    );
    await tx.change('update evaluation.distribution set version = version + 1 where id = $1', [id]);
    tx.record(distributionChanged, {
      subjectId: id,
      scopeId: competitionId,
      particulars: { applicationId, fromPersonId, toPersonId, reason },
    });
  }
}

/** rule 32: whoever has a conflict over a proposal does not choose who scores it. */
async function refuseOwnConflict(tx: Tx, applicationId: string): Promise<void> {
  const own = await tx.rows(
    `select from evaluation.conflict_declaration where application_id = $1 and person_id = $2 and kind <> 'none'`,
    [applicationId, tx.actor.personId],
  );
  if (own.length > 0) throw new Conflict('evaluation.own-conflict');
}

const WHY_NOT = [
  'not-an-expert',
  'has-it-already',
  'replace-undeclared',
  'replace-conflict',
  'replace-question',
  'at-limit',
] as const;

/** The first constraint that the replacement breaks; null when it is on. */
async function whyNot(reader: Reader, id: string, competitionId: string, one: Replacement): Promise<string | null> {
  const found = await reader.one<Record<(typeof WHY_NOT)[number], boolean>>(
    `select e.person_id is null as "not-an-expert",
            exists (select from evaluation.distribution_pair p where p.distribution_id = $1 and p.application_id = $2
                                                                  and p.person_id = $3 and p.is_active) as "has-it-already",
            d.kind is null as "replace-undeclared", coalesce(d.kind <> 'none', false) as "replace-conflict",
            exists (select from evaluation.conflict_question q
                     where q.application_id = $2 and q.person_id = $3 and q.state = 'open') as "replace-question",
            e.load_before + (select count(*) from evaluation.distribution_pair p
                              where p.distribution_id = $1 and p.person_id = $3 and p.is_active) >= e.load_limit as "at-limit"
       from (select) as one
       left join evaluation.distribution_expert e on e.distribution_id = $1 and e.person_id = $3
                 and exists (select from identity.v_role r where r.scope_id = $4 and r.person_id = $3 and r.role = 'expert')
       left join evaluation.conflict_declaration d on d.application_id = $2 and d.person_id = $3`,
    [id, one.applicationId, one.toPersonId, competitionId],
  );
  return WHY_NOT.find((code) => found![code]) ?? null;
}

/** The fit that the solver was given for the pair. */
async function fitOf(reader: Reader, id: string, applicationId: string, personId: string): Promise<number> {
  const found = await reader.one<{ fit: number }>(
    `select get_byte(d.scores, (a.nth * jsonb_array_length(d.problem -> 'experts') + e.nth)::int) as fit
       from evaluation.distribution d,
            lateral (select ordinality - 1 as nth from jsonb_array_elements_text(d.problem -> 'applications') with ordinality x
                      where x.value = $2) a,
            lateral (select ordinality - 1 as nth from jsonb_array_elements_text(d.problem -> 'experts') with ordinality x
                      where x.value = $3) e
      where d.id = $1`,
    [id, applicationId, personId],
  );
  return found && found.fit <= 100 ? found.fit : 0;
}
