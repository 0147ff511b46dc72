import { worksFor } from '#libs/competitions';
import { holds, type Actor, type Policy } from '#libs/platform/access';

/** Whose project it is. */
export interface ProjectSides {
  organiserId: string;
  coOrganiserId?: string | null;
  organisationId: string;
}

/** Who looks at funded projects in an authority. */
export const PROJECT_STAFF = ['officer', 'director', 'accountant', 'monitor'] as const;
/** Who checks them. */
export const CHECKERS = ['officer', 'monitor'] as const;

const isRecipient = (actor: Actor, { organisationId }: ProjectSides): boolean =>
  holds(actor, ['applicant'], organisationId);

/** Who may do what with one funded project and its reports. */
export const projectPolicy: Policy<'see' | 'report' | 'check' | 'approve' | 'settle', ProjectSides> = {
  see: {
    sentence:
      'A funded project and its reports are seen by the organisation, and by the staff of the organiser and co-organiser.',
    allows: (actor, project) =>
      actor.kind === 'system' || isRecipient(actor, project) || worksFor(actor, PROJECT_STAFF, project),
  },
  report: {
    sentence: 'The organisation writes the reports of its project and submits them.',
    allows: isRecipient,
    refusal: 'monitoring.organisation-only',
  },
  check: {
    sentence: 'The officer and the monitor of the organiser return reports with a reason, and accept them.',
    allows: (actor, { organiserId }) => holds(actor, CHECKERS, organiserId),
    refusal: 'monitoring.checkers-only',
  },
  approve: {
    sentence: 'The director of the organiser approves the conclusion that another person has written.',
    allows: (actor, { organiserId }) => holds(actor, ['director'], organiserId),
    refusal: 'monitoring.director-only',
  },
  settle: {
    sentence: 'The officer and the accountant of the organiser note money that came back.',
    allows: (actor, { organiserId }) => holds(actor, ['officer', 'accountant'], organiserId),
    refusal: 'monitoring.settlers-only',
  },
};

/** The funded projects of an authority or of one competition, as a whole. */
export const projectsPolicy: Policy<'see', Omit<ProjectSides, 'organisationId'>> = {
  see: {
    sentence: 'The funded projects of a competition are listed for the staff of the organiser and co-organiser.',
    allows: (actor, authority) => worksFor(actor, PROJECT_STAFF, authority),
  },
};

/** The evaluation of a programme as a whole. */
export const evaluationPolicy: Policy<'see' | 'write' | 'approve', Omit<ProjectSides, 'organisationId'>> = {
  see: {
    sentence: 'The evaluation of a programme is seen by the staff of the organiser and co-organiser.',
    allows: (actor, authority) => worksFor(actor, PROJECT_STAFF, authority),
  },
  write: {
    sentence: 'The officer and the monitor of the organiser write the evaluation of a programme.',
    allows: (actor, { organiserId }) => holds(actor, CHECKERS, organiserId),
    refusal: 'monitoring.checkers-only',
  },
  approve: {
    sentence: 'The director of the organiser approves the evaluation that another person has written.',
    allows: (actor, { organiserId }) => holds(actor, ['director'], organiserId),
    refusal: 'monitoring.director-only',
  },
};
