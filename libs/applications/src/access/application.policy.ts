import { holds, type Policy } from '#libs/platform/access';
import { worksFor, type RunBy } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';
import { isBeingTyped, type ApplicationRow } from '../model/application.js';
import { rightOf } from '../model/rights.js';

/** What the rules look at. */
export type ApplicationSubject = RunBy &
  Pick<ApplicationRow, 'organisationId' | 'state' | 'competitionStage' | 'paper' | 'rights'>;

/** The stages of a competition in which proposals are opened: until then they are sealed. */
export const OPENED_STATES: readonly string[] = ['admission', 'scoring', 'rated', 'decided'];

const isApplicant: Policy<'see', ApplicationSubject>['see']['allows'] = (actor, subject) =>
  !isBeingTyped(subject) && holds(actor, ['applicant'], subject.organisationId);

/** Of paper the officer types what is in it, and what comes back mended; when, the lifecycle says. */
const isTypist: typeof isApplicant = (actor, subject) =>
  subject.paper !== null && OPENED_STATES.includes(subject.competitionStage) && worksFor(actor, ['officer'], subject);

const isStaffAfterOpening: typeof isApplicant = (actor, subject) =>
  worksFor(actor, STAFF_ROLES, subject) &&
  OPENED_STATES.includes(subject.competitionStage) &&
  subject.state !== 'draft';

/** Who may do what with a proposal. Commission and experts read through the port `ApplicationReaders`. */
export const applicationPolicy: Policy<'see' | 'follow' | 'write' | 'send' | 'read', ApplicationSubject> = {
  see: {
    sentence:
      'Applicants see the proposals of their organisation; staff of the organiser and co-organiser after they are opened.',
    allows: (actor, subject) =>
      isApplicant(actor, subject) || isTypist(actor, subject) || isStaffAfterOpening(actor, subject),
  },
  follow: {
    sentence:
      'Every applicant of the organisation sees the draft as it is written; of paper, the officer who types it.',
    allows: (actor, subject) => isApplicant(actor, subject) || isTypist(actor, subject),
    refusal: 'applications.applicants-only',
  },
  write: {
    sentence:
      'Applicants of the organisation write, unless a colleague who submits lets them only view; a paper proposal is typed by the officer after the opening.',
    allows: (actor, subject) =>
      isTypist(actor, subject) || (isApplicant(actor, subject) && rightOf(subject.rights, actor.personId) !== 'view'),
    refusal: 'applications.applicants-only',
  },
  send: {
    sentence: 'Applicants whose right was not limited by a colleague submit, withdraw and give rights.',
    allows: (actor, subject) =>
      isTypist(actor, subject) || (isApplicant(actor, subject) && rightOf(subject.rights, actor.personId) === 'submit'),
    refusal: 'applications.applicants-only',
  },
  read: {
    sentence:
      'What was submitted is read by its applicants and, after the opening, by staff of the organiser and co-organiser.',
    allows: (actor, subject) => isApplicant(actor, subject) || isStaffAfterOpening(actor, subject),
  },
};
