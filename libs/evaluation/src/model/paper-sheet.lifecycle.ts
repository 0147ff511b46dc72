import { Lifecycle } from '#libs/platform/lifecycle';
import { whyNotStarted, whyScoringIsClosed, type ScoringWindow } from './sheet.js';

export const PAPER_STATES = ['entered', 'returned', 'disputed', 'confirmed'] as const;
export type PaperState = (typeof PAPER_STATES)[number];
export type PaperAction = 'enter' | 'return' | 'dispute' | 'confirm';

const LEADERS = ['commission-chair', 'commission-secretary', 'officer', 'director'] as const;
const SCORERS = ['commission-chair', 'commission-secretary', 'commission-member', 'expert'] as const;

/**
 * A score sheet signed on paper at a session. Entered inside the window only (rule 40); what was entered in time may be
 * confirmed after it. Confirmed it is a signed sheet like any other.
 */
export const paperSheetLifecycle = new Lifecycle<PaperState, PaperAction, ScoringWindow>('evaluation', PAPER_STATES, [
  {
    action: 'enter',
    from: ['returned', 'disputed'],
    to: 'entered',
    who: ['commission-secretary', 'officer'],
    guards: [whyScoringIsClosed],
  },
  { action: 'return', from: ['entered'], to: 'returned', who: LEADERS },
  { action: 'dispute', from: ['entered'], to: 'disputed', who: SCORERS },
  { action: 'confirm', from: ['entered'], to: 'confirmed', who: LEADERS, guards: [whyNotStarted] },
]);
