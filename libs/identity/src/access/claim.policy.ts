import { holds, type Policy } from '#libs/platform/access';

/** A claim: whose, of which organisation, and whether a competition of the actor's authority has its proposals. */
export interface ClaimSubject {
  personId: string;
  organisationId: string | null;
  /** Authorities, among those of the actor, that opened proposals of this organisation. */
  knownToAuthorities: readonly string[];
}

const isOwn: (actor: { personId: string | null }, claim: ClaimSubject) => boolean = (actor, claim) =>
  actor.personId !== null && actor.personId === claim.personId;

/** Who sees and decides a claim of the right to act for an organisation. */
export const claimPolicy: Policy<'see' | 'decide' | 'add-extract' | 'withdraw', ClaimSubject> = {
  see: {
    sentence:
      'Заяву на право діяти бачить той, хто її подав, адміністратор і відповідальний працівник органу, у конкурсі якого розкрито пропозиції організації',
    allows: (actor, claim) =>
      isOwn(actor, claim) ||
      holds(actor, ['administrator']) ||
      claim.knownToAuthorities.some((id) => holds(actor, ['officer'], id)),
  },
  decide: {
    sentence: 'Про право діяти вирішує не той, хто його просить, і не той, хто сам діє від імені організації',
    allows: (actor, claim) =>
      !isOwn(actor, claim) &&
      (claim.organisationId === null || !holds(actor, ['applicant'], claim.organisationId)) &&
      (holds(actor, ['administrator']) || claim.knownToAuthorities.some((id) => holds(actor, ['officer'], id))),
    refusal: 'identity.claim-own',
  },
  'add-extract': {
    sentence: 'Витяг до заяви додає той, хто її подав',
    allows: isOwn,
    refusal: 'identity.claim-not-yours',
  },
  withdraw: {
    sentence: 'Заяву відкликає той, хто її подав',
    allows: isOwn,
    refusal: 'identity.claim-not-yours',
  },
};
