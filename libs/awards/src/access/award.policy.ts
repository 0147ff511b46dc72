import { holds, type Policy } from '#libs/platform/access';
import { worksFor, type RunBy } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';

/** What the rules look at: the competition. */
export type AwardSubject = RunBy;

/** Who may do what until the results are out; from then on the results page is for everybody. */
export const awardPolicy: Policy<'see' | 'plan' | 'order' | 'open-additional', AwardSubject> = {
  see: {
    sentence: 'Until the order is signed, the allocation is seen by the staff of the organiser and co-organiser only.',
    allows: (actor, competition) => worksFor(actor, STAFF_ROLES, competition),
  },
  plan: {
    sentence: 'The officer of the organiser or co-organiser puts the allocation before the commission.',
    allows: (actor, competition) => worksFor(actor, ['officer'], competition),
    refusal: 'awards.officer-only',
  },
  order: {
    sentence: 'The director of the organiser signs the order.',
    allows: (actor, { organiserId }) => holds(actor, ['director'], organiserId),
    refusal: 'awards.director-only',
  },
  'open-additional': {
    sentence: 'The officer of the organiser opens an additional competition for money that was left (rule 51).',
    allows: (actor, { organiserId }) => holds(actor, ['officer'], organiserId),
    refusal: 'awards.officer-only',
  },
};

/** The result of one proposal with its marks and comments. */
export const resultPolicy: Policy<'see', { organisationId: string }> = {
  see: {
    sentence: 'Applicants of the organisation see the marks and comments of their proposal, after the order.',
    allows: (actor, { organisationId }) => holds(actor, ['applicant'], organisationId),
  },
};

/** The passport of one evaluation: the same for both sides, so that they argue about one paper. */
export const passportPolicy: Policy<'see', { application: { organisationId: string }; competition: AwardSubject }> = {
  see: {
    sentence:
      'Applicants of the organisation, and the staff of the organiser and co-organiser, see how a proposal was evaluated, after the order.',
    allows: (actor, { application, competition }) =>
      holds(actor, ['applicant'], application.organisationId) || worksFor(actor, STAFF_ROLES, competition),
  },
};
