import { worksFor } from '#libs/competitions';
import { holds, type Actor, type Policy } from '#libs/platform/access';

/** Whose complaint it is, and who looks at it. */
export interface ComplaintSides {
  organiserId: string;
  coOrganiserId?: string | null;
  organisationId: string;
  reviewerId?: string | null;
}

const isReviewer = (actor: Actor, { reviewerId }: ComplaintSides): boolean =>
  actor.personId !== null && actor.personId === reviewerId;

/** Who may do what with one complaint. */
export const complaintPolicy: Policy<'see' | 'file' | 'keep' | 'assign' | 'review' | 'sign', ComplaintSides> = {
  see: {
    sentence: 'A complaint is seen by the organisation, by the officer and the director, and by whoever looks at it.',
    allows: (actor, complaint) =>
      holds(actor, ['applicant'], complaint.organisationId) ||
      worksFor(actor, ['officer', 'director'], complaint) ||
      isReviewer(actor, complaint),
  },
  file: {
    sentence: 'An organisation complains of decisions on its own proposals, and withdraws its complaints.',
    allows: (actor, { organisationId }) => holds(actor, ['applicant'], organisationId),
    refusal: 'complaints.organisation-only',
  },
  keep: {
    sentence: 'The officer of the organiser registers complaints on paper and extends the term of an answer.',
    allows: (actor, { organiserId }) => holds(actor, ['officer'], organiserId),
    refusal: 'complaints.officer-only',
  },
  assign: {
    sentence: 'The officer or the director of the organiser says who looks at a complaint.',
    allows: (actor, { organiserId }) => holds(actor, ['officer', 'director'], organiserId),
    refusal: 'complaints.officer-only',
  },
  review: {
    sentence: 'The answer is prepared by the person who was asked to look at the complaint.',
    allows: isReviewer,
    refusal: 'complaints.reviewer-only',
  },
  sign: {
    sentence: 'The director of the organiser signs the answer that another person has prepared.',
    allows: (actor, { organiserId }) => holds(actor, ['director'], organiserId),
    refusal: 'complaints.director-only',
  },
};

/** The complaints of an authority as a whole. */
export const complaintsPolicy: Policy<'see' | 'keep', Omit<ComplaintSides, 'organisationId'>> = {
  see: {
    sentence: 'The complaints about a competition are listed for the officer and the director.',
    allows: (actor, authority) => worksFor(actor, ['officer', 'director'], authority),
  },
  keep: {
    sentence: 'The officer of the organiser registers complaints on paper.',
    allows: (actor, { organiserId }) => holds(actor, ['officer'], organiserId),
    refusal: 'complaints.officer-only',
  },
};
