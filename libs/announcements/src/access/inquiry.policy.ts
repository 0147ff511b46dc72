import { worksFor, type RunBy } from '#libs/competitions';
import { holds, type Actor, type Policy } from '#libs/platform/access';

const STAFF = ['officer', 'director'] as const;
const isOfficer = (actor: Actor, { organiserId }: RunBy): boolean => holds(actor, ['officer'], organiserId);

/** Who may do what with a question about a call; asking itself is open to everybody while it goes on. */
export const inquiryPolicy: Policy<'see' | 'note' | 'answer' | 'refuse', RunBy> = {
  see: {
    sentence: 'A question as it was asked is seen by the staff of both organisers; its answer by everybody.',
    allows: (actor, competition) => worksFor(actor, STAFF, competition),
  },
  note: {
    sentence: 'The officer of either organiser writes down a question asked by telephone.',
    allows: (actor, competition) => worksFor(actor, ['officer'], competition),
    refusal: 'announcements.officer-only',
  },
  answer: {
    sentence: 'The officer of the organiser words the question without personal data and publishes the answer.',
    allows: isOfficer,
    refusal: 'announcements.officer-only',
  },
  refuse: {
    sentence: 'The officer of the organiser refuses to answer, with a reason.',
    allows: isOfficer,
    refusal: 'announcements.officer-only',
  },
};
