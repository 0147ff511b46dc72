import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { ClaimPurpose, ClaimState } from '../model/claim.js';

export interface MyClaim {
  id: string;
  edrpou: string;
  purpose: ClaimPurpose;
  state: ClaimState;
  claimedAt: Date;
  hasExtract: boolean;
  reason: string;
  canWithdraw: boolean;
}

/** More than the limits let anybody have open; older ones are history. */
const SHOWN_MAX = 50;

/** What a person claimed. Nothing of the organisation is here: only what the person typed, and the decision. */
@Injectable()
export class MyClaims {
  constructor(private readonly db: Database) {}

  list(ctx: Context): Promise<MyClaim[]> {
    return this.db.rows<MyClaim>(
      `select id, edrpou, purpose, state, claimed_at as "claimedAt", extract_document_id is not null as "hasExtract",
              case when state = 'refused' then reason else '' end as reason,
              state = 'claimed' and grant_id is null as "canWithdraw"
         from identity.claim where person_id = $1 order by claimed_at desc, id desc limit ${SHOWN_MAX}`,
      [ctx.actor.personId],
    );
  }
}

export interface ClaimForAnswer {
  id: string;
  claimant: string;
  organisationId: string;
  organisationName: string;
  purpose: ClaimPurpose;
  position: string;
  words: string;
  state: ClaimState;
  answer: string | null;
  answerWords: string | null;
}

/** A claim as those who act see it: who asks and what for, without the extract. */
@Injectable()
export class ClaimForThoseWhoAct {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, id: string): Promise<ClaimForAnswer> {
    const claim = await this.db.one<ClaimForAnswer>(
      `select c.id, p.full_name as claimant, o.id as "organisationId", o.short_name as "organisationName", c.purpose,
              c.position, c.words, c.state, a.answer, a.words as "answerWords"
         from identity.claim c
         join identity.v_person p on p.id = c.person_id
         join identity.organisation o on o.id = c.organisation_id
         join identity.v_role r on r.scope_id = o.id and r.role = 'applicant' and r.person_id = $2
         left join identity.claim_answer a on a.claim_id = c.id and a.person_id = $2
        where c.id = $1 and c.person_id <> $2`,
      [id, ctx.actor.personId],
    );
    if (!claim) throw new NotFound();
    return claim;
  }
}
