import { Lifecycle } from '#libs/platform/lifecycle';
import { REPORT_STATES, type ReportState } from './report.js';

export type ReportAction = 'submit' | 'return' | 'accept';

/** What the guards look at; an action gives what its guards need. */
export interface ReportSubject {
  /** How much is missing in it (rule 62). */
  problems?: number;
  /** Reports before it that nobody has accepted. */
  openBefore?: number;
  /** Expenses that nobody has taken or refused (rule 65). */
  unchecked?: number;
}

/** The life of a report: the recipient writes and submits, the department returns with a reason or accepts. */
export const reportLifecycle = new Lifecycle<ReportState, ReportAction, ReportSubject>('monitoring', REPORT_STATES, [
  {
    action: 'submit',
    from: ['draft', 'returned'],
    to: 'submitted',
    who: ['applicant'],
    guards: [({ problems = 0 }) => (problems === 0 ? null : 'monitoring.report-incomplete')],
  },
  { action: 'return', from: ['submitted'], to: 'returned', who: ['officer', 'monitor'] },
  {
    action: 'accept',
    from: ['submitted'],
    to: 'accepted',
    who: ['officer', 'monitor'],
    guards: [
      ({ openBefore = 0 }) => (openBefore === 0 ? null : 'monitoring.earlier-report-open'),
      ({ unchecked = 0 }) => (unchecked === 0 ? null : 'monitoring.expenses-unchecked'),
    ],
  },
]);

/** Its recipient may write in it. */
export const isOpenReport = (state: ReportState): boolean => state === 'draft' || state === 'returned';
