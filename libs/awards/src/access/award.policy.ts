import { holds, type Policy } from '#libs/platform/access';
import { STAFF_ROLES } from '#libs/identity';

/** What the rules look at: the competition. */
export interface AwardSubject {
  organiserId: string;
}

/** Who may do what until the results are out; from then on the results page is for everybody. */
export const awardPolicy: Policy<'see' | 'plan' | 'order', AwardSubject> = {
  see: {
    sentence: 'Until the order is signed, the allocation is seen by the staff of the organiser only.',
    allows: (actor, { organiserId }) => holds(actor, STAFF_ROLES, organiserId),
  },
  plan: {
    sentence: 'The officer of the organiser puts the allocation before the commission.',
    allows: (actor, { organiserId }) => holds(actor, ['officer'], organiserId),
    refusal: 'awards.officer-only',
  },
  order: {
    sentence: 'The director of the organiser signs the order.',
    allows: (actor, { organiserId }) => holds(actor, ['director'], organiserId),
    refusal: 'awards.director-only',
  },
};

/** The result of one proposal with its marks and comments. */
export const resultPolicy: Policy<'see', { organisationId: string }> = {
  see: {
    sentence: 'Applicants of the organisation see the marks and comments of their proposal, after the order.',
    allows: (actor, { organisationId }) => holds(actor, ['applicant'], organisationId),
  },
};
