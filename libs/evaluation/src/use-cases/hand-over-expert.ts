import { Injectable } from '@nestjs/common';
import { PersonWork } from '#libs/identity';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { SCORERS } from '../access/evaluation.policy.js';
import { DECLARING_STATES } from '../model/conflict.js';
import { findConflicts } from './find-conflicts.js';

/** What somebody is expert in and whom they know follows them to the account that stays; new signs are asked about. */
@Implements(PersonWork)
@Injectable()
export class HandOverExpert implements PersonWork {
  async handOver(tx: Tx, fromId: string, intoId: string): Promise<void> {
    await tx.change(
      `update evaluation.expert_profile set person_id = $2
        where person_id = $1 and not exists (select from evaluation.expert_profile where person_id = $2)`,
      [fromId, intoId],
    );
    await tx.change(
      `insert into evaluation.declared_link (person_id, kind, line, edrpou)
       select $2, kind, line, edrpou from evaluation.declared_link where person_id = $1 on conflict do nothing`,
      [fromId, intoId],
    );
    await tx.change('delete from evaluation.declared_link where person_id = $1', [fromId]);
    for (const { id } of await openCompetitionsOf(tx, intoId)) await findConflicts(tx, id, intoId);
  }
}

/** Where the account that stays declares and scores now: a few at most, one for each appointment. */
function openCompetitionsOf(tx: Tx, personId: string): Promise<{ id: string }[]> {
  return tx.rows(
    `select distinct c.id from identity.v_role r join competitions.v_competition c on c.id = r.scope_id
      where r.person_id = $1 and r.role = any($2) and c.stage = any($3) order by c.id`,
    [personId, SCORERS, DECLARING_STATES],
  );
}
