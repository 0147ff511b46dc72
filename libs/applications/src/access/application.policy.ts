import { holds, type Policy } from '#libs/platform/access';
import { worksFor, type RunBy } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';
import { isBeingTyped, type ApplicationRow } from '../model/application.js';

/** What the rules look at. */
export type ApplicationSubject = RunBy &
  Pick<ApplicationRow, 'organisationId' | 'state' | 'competitionStage' | 'paper'>;

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
export const applicationPolicy: Policy<'see' | 'write' | 'read', ApplicationSubject> = {
  see: {
    sentence:
      'Applicants see the proposals of their organisation; staff of the organiser and co-organiser after they are opened.',
    allows: (actor, subject) =>
      isApplicant(actor, subject) || isTypist(actor, subject) || isStaffAfterOpening(actor, subject),
  },
  write: {
    sentence:
      'Applicants of the organisation write, submit and withdraw; a paper proposal is typed by the officer after the opening.',
    allows: (actor, subject) => isApplicant(actor, subject) || isTypist(actor, subject),
    refusal: 'applications.applicants-only',
  },
  read: {
    sentence:
      'What was submitted is read by its applicants and, after the opening, by staff of the organiser and co-organiser.',
    allows: (actor, subject) => isApplicant(actor, subject) || isStaffAfterOpening(actor, subject),
  },
};
