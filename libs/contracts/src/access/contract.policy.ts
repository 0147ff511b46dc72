import { worksFor } from '#libs/competitions';
import { holds, type Actor, type Policy } from '#libs/platform/access';

/** Whose contract it is. */
export interface ContractSides {
  organiserId: string;
  coOrganiserId?: string | null;
  organisationId: string;
}

/** Who keeps contracts and their money in an authority. */
export const CONTRACT_STAFF = ['officer', 'director', 'accountant', 'monitor'] as const;

const isOrganisation = (actor: Actor, { organisationId }: ContractSides): boolean =>
  holds(actor, ['applicant'], organisationId);
const isOfficer = (actor: Actor, { organiserId }: ContractSides): boolean => holds(actor, ['officer'], organiserId);
const isDirector = (actor: Actor, { organiserId }: ContractSides): boolean => holds(actor, ['director'], organiserId);

/** Who may do what with one contract. */
export const contractPolicy: Policy<'see' | 'write' | 'answer' | 'sign', ContractSides> = {
  see: {
    sentence: 'A contract is seen by the organisation, and by the staff of the organiser and co-organiser.',
    allows: (actor, contract) =>
      actor.kind === 'system' || isOrganisation(actor, contract) || worksFor(actor, CONTRACT_STAFF, contract),
  },
  write: {
    sentence: 'The officer of the organiser drafts contracts, offers them and puts them in force.',
    allows: isOfficer,
    refusal: 'contracts.officer-only',
  },
  answer: {
    sentence: 'The organisation gives its details, and agrees to the contract or returns it.',
    allows: isOrganisation,
    refusal: 'contracts.organisation-only',
  },
  sign: {
    sentence: 'The director of the organiser signs contracts.',
    allows: isDirector,
    refusal: 'contracts.director-only',
  },
};

/** The contracts of an authority or of one competition, as a whole. */
export const contractsPolicy: Policy<'see' | 'write' | 'sign', Omit<ContractSides, 'organisationId'>> = {
  see: {
    sentence: 'The contracts of a competition are listed for the staff of the organiser and co-organiser.',
    allows: (actor, authority) => worksFor(actor, CONTRACT_STAFF, authority),
  },
  write: {
    sentence: 'The officer of the organiser drafts and offers the contracts of a competition together.',
    allows: (actor, { organiserId }) => holds(actor, ['officer'], organiserId),
    refusal: 'contracts.officer-only',
  },
  sign: {
    sentence: 'The director of the organiser signs several contracts together.',
    allows: (actor, { organiserId }) => holds(actor, ['director'], organiserId),
    refusal: 'contracts.director-only',
  },
};

/** The text of the contracts of an authority. */
export const templatePolicy: Policy<'see' | 'approve', { organiserId: string }> = {
  see: {
    sentence: 'The texts of contracts of an authority are seen by its officer and director.',
    allows: (actor, { organiserId }) => holds(actor, ['officer', 'director'], organiserId),
  },
  approve: {
    sentence: 'The officer enters a new text of contracts, naming the order that approves it.',
    allows: (actor, { organiserId }) => holds(actor, ['officer'], organiserId),
    refusal: 'contracts.officer-only',
  },
};
