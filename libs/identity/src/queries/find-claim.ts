import { holds, scopesOf, type Actor } from '#libs/platform/access';
import type { Reader, Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { ClaimSubject } from '../access/claim.policy.js';
import type { ClaimEvidence } from '../model/claim.lifecycle.js';
import type { ClaimGround, ClaimRow } from '../model/claim.js';
import type { OrganisationWork } from '../ports/organisation-work.port.js';

const SELECT = `
  select c.id, c.edrpou, c.organisation_id as "organisationId", c.person_id as "personId", c.purpose, c.state, c.position,
         c.words, c.extract_name as "extractName", c.extract_head as "extractHead",
         c.extract_document_id as "extractDocumentId", c.grant_id as "grantId", c.claimed_at as "claimedAt"
    from identity.claim c where c.id = $1`;

/** @throws NotFound */
export async function claimById(reader: Reader, id: string): Promise<ClaimRow> {
  const claim = await reader.one<ClaimRow>(SELECT, [id]);
  if (!claim) throw new NotFound();
  return claim;
}

/** Locks a claim, after its organisation where there is one. @throws NotFound */
export async function lockClaim(tx: Tx, id: string): Promise<ClaimRow> {
  const { organisationId } = await claimById(tx, id);
  if (organisationId) await lockOrganisation(tx, organisationId);
  const claim = await tx.one<ClaimRow>(`${SELECT} for update`, [id]);
  return claim!;
}

/** Changes of who acts for an organisation come one after another. */
export async function lockOrganisation(tx: Tx, id: string): Promise<void> {
  const found = await tx.one('select 1 from identity.organisation where id = $1 for update', [id]);
  if (!found) throw new NotFound();
}

/** The organisation with this code; a duplicate leads to the one that stayed. */
export async function organisationByCode(reader: Reader, edrpou: string): Promise<string | null> {
  const found = await reader.one<{ id: string }>(
    'select coalesce(merged_into, id) as id from identity.organisation where edrpou = $1',
    [edrpou],
  );
  return found?.id ?? null;
}

/** What the policy looks at. Authorities are asked for only where the actor works in one. */
export async function claimSubject(
  reader: Reader,
  work: OrganisationWork,
  actor: Actor,
  { personId, organisationId }: Pick<ClaimRow, 'personId' | 'organisationId'>,
): Promise<ClaimSubject> {
  const isAsked = organisationId !== null && !holds(actor, ['administrator']);
  const known = isAsked ? await work.acquaintances(reader, [organisationId], scopesOf(actor, ['officer'])) : [];
  return { personId, organisationId, knownToAuthorities: known.map(({ organiserId }) => organiserId) };
}

export async function claimEvidence(
  reader: Reader,
  claim: Pick<ClaimRow, 'id' | 'organisationId' | 'extractDocumentId'>,
  ground: ClaimGround | null,
): Promise<ClaimEvidence> {
  const voucher = await reader.one(
    `select 1 from identity.claim_answer a
       join identity.claim own on own.person_id = a.person_id and own.organisation_id = $2 and own.state = 'verified'
      where a.claim_id = $1 and a.answer = 'join' limit 1`,
    [claim.id, claim.organisationId],
  );
  return {
    isRegistered: claim.organisationId !== null,
    hasExtract: claim.extractDocumentId !== null,
    isVouchedFor: voucher !== undefined,
    ground,
  };
}
