import { isInTime } from '#libs/platform/clock';
import { Lifecycle, type Guard } from '#libs/platform/lifecycle';
import type { Part } from './parts.js';
import { APPLICATION_STATES, isBeingTyped, type ApplicationRow, type ApplicationState } from './application.js';

export type ApplicationAction = 'edit' | 'submit' | 'withdraw' | 'admit' | 'refuse';

/** What the guards look at. `now` is the instant of arrival. */
export interface Reception {
  now: Date;
  competitionState: string;
  opensAt: Date | null;
  closesAt: Date | null;
  /** The call runs in another system. */
  isElsewhere?: boolean;
}

/** Whether the form may be changed now, and by what right. */
export interface Writing extends Reception {
  paper?: ApplicationRow['paper'];
  /** The pages that were given back for mending, and when their term ends; null = it does not run yet. */
  mending?: { parts: readonly Part[]; endsAt: Date | null } | null;
  /** The page in question; undefined = the form as a whole. */
  part?: Part;
}

const STOPPED: readonly string[] = ['suspended', 'cancelled', 'not-held'];

/** rule 16: the calendar decides, at the instant of arrival; before the opening there is nothing to send either. An act may have stopped it all. */
export const isReceiving: Guard<Reception> = ({ now, competitionState, opensAt, closesAt, isElsewhere }) => {
  if (isElsewhere) return 'applications.elsewhere';
  if (STOPPED.includes(competitionState)) return `applications.competition-${competitionState}`;
  if (competitionState === 'draft' || (opensAt !== null && now < opensAt)) return 'applications.not-open-yet';
  const isOpen = competitionState === 'announced' && closesAt !== null && isInTime(now, closesAt);
  return isOpen ? null : 'applications.closed';
};

const isInAdmission: Guard<Reception> = ({ competitionState }) =>
  competitionState === 'admission' ? null : 'applications.not-in-admission';

/** A paper proposal is typed after the opening, until it is handed over for the check. */
const isTyping: Guard<Writing> = (writing) =>
  isInAdmission(writing) ?? (writing.paper === 'typing' ? null : 'applications.being-checked');

/** rule 38: only the named pages open, until the term is over. */
const isMending: Guard<Writing> = (writing) => {
  const { now, mending, part } = writing;
  if (writing.competitionState !== 'admission') return isInAdmission(writing);
  if (mending!.endsAt !== null && now >= mending!.endsAt) return 'applications.mending-over';
  return part === undefined || mending!.parts.includes(part) ? null : 'applications.part-not-given-back';
};

/** rule 16: the form is open during the reception, and to who types it from paper. */
export const isWritable: Guard<Writing> = (writing) => {
  if (isBeingTyped({ paper: writing.paper ?? null })) return isTyping(writing);
  return writing.mending ? isMending(writing) : isReceiving(writing);
};

/** The life of a proposal. Admission is an act of the system: signed minutes of the commission, or an order, do it (rule 52). */
export const applicationLifecycle = new Lifecycle<ApplicationState, ApplicationAction, Writing>(
  'applications',
  APPLICATION_STATES,
  [
    { action: 'edit', from: ['draft'], to: 'draft', who: ['applicant', 'officer'], guards: [isWritable] },
    { action: 'edit', from: ['submitted'], to: 'submitted', who: ['applicant', 'officer'], guards: [isWritable] },
    { action: 'edit', from: ['withdrawn'], to: 'withdrawn', who: ['applicant'], guards: [isReceiving] },
    {
      action: 'submit',
      from: ['draft', 'submitted', 'withdrawn'],
      to: 'submitted',
      who: ['applicant', 'officer'],
      guards: [isWritable],
    },
    { action: 'withdraw', from: ['submitted'], to: 'withdrawn', who: ['applicant'], guards: [isReceiving] },
    { action: 'admit', from: ['submitted'], to: 'admitted', who: ['system'], guards: [isInAdmission] },
    { action: 'refuse', from: ['submitted'], to: 'refused', who: ['system'], guards: [isInAdmission] },
  ],
);
