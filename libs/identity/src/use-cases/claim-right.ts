import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { StoreDocument } from '#libs/documents';
import { UnitOfWork, constraintMeans, newId, type Tx } from '#libs/platform/database';
import { Forbidden, TooMany, invalidField } from '#libs/platform/errors';
import { Notices } from '#libs/notifications';
import { isEdrpou } from '../model/edrpou.js';
import { CLAIMS_A_DAY_MAX, EXTRACT_MAX_MB, OPEN_CLAIMS_MAX, type ClaimPurpose } from '../model/claim.js';
import { rightClaimed } from '../model/identity.facts.js';
import { hoursAfter } from '../model/session-limits.js';
import { identityPaths } from '../paths.js';
import { organisationByCode } from '../queries/find-claim.js';
import { applicantsOf } from '../queries/people-with-role.js';

export interface UploadedExtract {
  name: string;
  content: Buffer;
}

export interface NewClaim {
  edrpou: string;
  purpose: Exclude<ClaimPurpose, 'first'>;
  position: string;
  words: string;
  extractName: string | null;
  extractHead: string | null;
  /** Only a colleague may do without one: then those who act vouch for the claimant. */
  extract: UploadedExtract | null;
}

constraintMeans('uq_claim_open', 'edrpou', 'identity.claim-waits-already');

/**
 * Claims the right to act for an organisation that somebody else brought in. The answer is the same whether the code
 * is known here or not: an officer looks, and nobody learns names by trying codes.
 */
@Injectable()
export class ClaimRight {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: StoreDocument,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, claim: NewClaim): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { personId } = tx.actor;
      if (!personId) throw new Forbidden();
      if (!isEdrpou(claim.edrpou)) throw invalidField('edrpou', 'identity.edrpou-wrong');
      if (claim.purpose !== 'colleague' && !claim.extract) throw invalidField('extract', 'identity.extract-empty');
      await demandFewClaims(tx, personId);
      const organisationId = await organisationByCode(tx, claim.edrpou);
      if (organisationId) await demandNotActing(tx, personId, organisationId);
      const id = await insertClaim(tx, claim, personId, organisationId);
      if (claim.extract) await attachExtract(tx, this.documents, id, claim.extract);
      tx.record(rightClaimed, {
        subjectId: id,
        scopeId: organisationId ?? undefined,
        particulars: { edrpou: claim.edrpou, purpose: claim.purpose },
      });
      if (organisationId) await this.tellThoseWhoAct(tx, id, organisationId);
    });
  }

  private async tellThoseWhoAct(tx: Tx, id: string, organisationId: string): Promise<void> {
    for (const to of await applicantsOf(tx, organisationId))
      await this.notices.queue(tx, {
        to,
        kind: 'account',
        organiserId: null,
        template: 'identity.right-claimed',
        data: { claimant: tx.actor.fullName },
        path: identityPaths.answerClaim(id),
      });
  }
}

/** The lock lets two windows of one person count one after the other. */
async function demandFewClaims(tx: Tx, personId: string): Promise<void> {
  await tx.rows('select 1 from identity.person where id = $1 for update', [personId]);
  const made = await tx.one<{ open: number; today: number }>(
    `select count(*) filter (where state = 'claimed' and purpose <> 'first')::int as open,
            count(*) filter (where claimed_at > $2)::int as today
       from identity.claim where person_id = $1`,
    [personId, hoursAfter(tx.now, -24)],
  );
  if (made!.open >= OPEN_CLAIMS_MAX) throw new TooMany('identity.too-many-claims', { max: OPEN_CLAIMS_MAX });
  if (made!.today >= CLAIMS_A_DAY_MAX) throw new TooMany('identity.too-many-claims-today', { max: CLAIMS_A_DAY_MAX });
}

async function demandNotActing(tx: Tx, personId: string, organisationId: string): Promise<void> {
  const acts = (await applicantsOf(tx, organisationId)).some((one) => one.personId === personId);
  if (acts) throw invalidField('edrpou', 'identity.claim-acts-already');
}

async function insertClaim(
  tx: Tx,
  { edrpou, purpose, position, words, extractName, extractHead }: NewClaim,
  personId: string,
  organisationId: string | null,
): Promise<string> {
  const id = newId();
  await tx.change(
    `insert into identity.claim (id, edrpou, organisation_id, person_id, purpose, state, position, words, extract_name,
                                 extract_head, claimed_at)
     values ($1, $2, $3, $4, $5, 'claimed', $6, $7, $8, $9, $10)`,
    [id, edrpou, organisationId, personId, purpose, position, words, extractName ?? '', extractHead ?? '', tx.now],
  );
  return id;
}

/** @throws FileRefused at the field `extract` */
export async function attachExtract(
  tx: Tx,
  documents: StoreDocument,
  claimId: string,
  { name, content }: UploadedExtract,
): Promise<void> {
  const document = await documents.within(tx, {
    ...{ ownerKind: 'claim', ownerId: claimId, name, content, field: 'extract' },
    kinds: ['pdf', 'jpeg', 'png'],
    maxBytes: EXTRACT_MAX_MB * 1024 * 1024,
  });
  await tx.change('update identity.claim set extract_document_id = $2 where id = $1', [claimId, document.id]);
}
