import { isInTime } from '#libs/platform/clock';
import { Lifecycle, type Guard } from '#libs/platform/lifecycle';
import { APPLICATION_STATES, type ApplicationState } from './application.js';

export type ApplicationAction = 'edit' | 'submit' | 'withdraw' | 'admit' | 'refuse';

/** What the guards look at. `now` is the instant of arrival. */
export interface Reception {
  now: Date;
  competitionState: string;
  opensAt: Date | null;
  closesAt: Date | null;
}

const STOPPED: readonly string[] = ['suspended', 'cancelled', 'not-held'];

/** rule 16: the calendar decides, at the instant of arrival; before the opening there is nothing to send either. An act may have stopped it all. */
export const isReceiving: Guard<Reception> = ({ now, competitionState, opensAt, closesAt }) => {
  if (STOPPED.includes(competitionState)) return `applications.competition-${competitionState}`;
  if (competitionState === 'draft' || (opensAt !== null && now < opensAt)) return 'applications.not-open-yet';
  const isOpen = competitionState === 'announced' && closesAt !== null && isInTime(now, closesAt);
  return isOpen ? null : 'applications.closed';
};

const isInAdmission: Guard<Reception> = ({ competitionState }) =>
  competitionState === 'admission' ? null : 'applications.not-in-admission';

/** The life of a proposal. Admission is an act of the system: signed minutes of the commission do it (rule 52). */
export const applicationLifecycle = new Lifecycle<ApplicationState, ApplicationAction, Reception>(
  'applications',
  APPLICATION_STATES,
  [
    { action: 'edit', from: ['draft'], to: 'draft', who: ['applicant'], guards: [isReceiving] },
    { action: 'edit', from: ['submitted'], to: 'submitted', who: ['applicant'], guards: [isReceiving] },
    { action: 'edit', from: ['withdrawn'], to: 'withdrawn', who: ['applicant'], guards: [isReceiving] },
    {
      action: 'submit',
      from: ['draft', 'submitted', 'withdrawn'],
      to: 'submitted',
      who: ['applicant'],
      guards: [isReceiving],
    },
    { action: 'withdraw', from: ['submitted'], to: 'withdrawn', who: ['applicant'], guards: [isReceiving] },
    { action: 'admit', from: ['submitted'], to: 'admitted', who: ['system'], guards: [isInAdmission] },
    { action: 'refuse', from: ['submitted'], to: 'refused', who: ['system'], guards: [isInAdmission] },
  ],
);
