import { worksFor } from '#libs/competitions';
import { holds, type Policy } from '#libs/platform/access';
import { CONTRACT_STAFF, type ContractSides } from './contract.policy.js';

/** Who may do what with the payments by a contract. */
export const paymentPolicy: Policy<'see' | 'order' | 'approve' | 'note' | 'cancel', ContractSides> = {
  see: {
    sentence:
      'Payments are seen by the organisation that gets them, and by the staff of the organiser and co-organiser.',
    allows: (actor, sides) =>
      holds(actor, ['applicant'], sides.organisationId) || worksFor(actor, CONTRACT_STAFF, sides),
  },
  order: {
    sentence: 'The officer or the accountant of the organiser orders a payment.',
    allows: (actor, { organiserId }) => holds(actor, ['officer', 'accountant'], organiserId),
    refusal: 'contracts.orderers-only',
  },
  approve: {
    sentence:
      'The director or the accountant approves a payment that somebody else ordered; above the threshold both do.',
    allows: (actor, { organiserId }) => holds(actor, ['director', 'accountant'], organiserId),
    refusal: 'contracts.approvers-only',
  },
  note: {
    sentence: 'The officer or the accountant notes by which document and when an approved payment was made.',
    allows: (actor, { organiserId }) => holds(actor, ['officer', 'accountant'], organiserId),
    refusal: 'contracts.orderers-only',
  },
  cancel: {
    sentence: 'The officer, the accountant or the director cancels a payment that was not made, with a reason.',
    allows: (actor, { organiserId }) => holds(actor, ['officer', 'accountant', 'director'], organiserId),
    refusal: 'contracts.orderers-only',
  },
};

/** Statements of the Treasury and their reconciliation. */
export const statementPolicy: Policy<'see' | 'take', { organiserId: string }> = {
  see: {
    sentence: 'The payments of an authority and their reconciliation are seen by its staff.',
    allows: (actor, { organiserId }) => holds(actor, CONTRACT_STAFF, organiserId),
  },
  take: {
    sentence: 'The officer or the accountant brings statements of the Treasury.',
    allows: (actor, { organiserId }) => holds(actor, ['officer', 'accountant'], organiserId),
    refusal: 'contracts.orderers-only',
  },
};
