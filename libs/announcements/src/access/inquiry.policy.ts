import { holds, type Actor, type Policy } from '#libs/platform/access';

/** The competition that a question is about. */
export interface InquirySubject {
  organiserId: string;
}

const STAFF = ['officer', 'director'] as const;
const isOfficer = (actor: Actor, { organiserId }: InquirySubject): boolean => holds(actor, ['officer'], organiserId);

/** Who may do what with a question about a call; asking itself is open to everybody while it goes on. */
export const inquiryPolicy: Policy<'see' | 'note' | 'answer' | 'refuse', InquirySubject> = {
  see: {
    sentence: 'A question as it was asked is seen by the staff of the organiser; its answer by everybody.',
    allows: (actor, { organiserId }) => holds(actor, STAFF, organiserId),
  },
  note: {
    sentence: 'The officer of the organiser writes down a question asked by telephone.',
    allows: isOfficer,
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
