import { Lifecycle } from '#libs/platform/lifecycle';
import { SHEET_STATES, whyNotStarted, whyScoringIsClosed, type ScoringWindow, type SheetState } from './sheet.js';

export type SheetAction = 'save' | 'finish' | 'sign' | 'annul';

const SCORERS = ['commission-chair', 'commission-secretary', 'commission-member', 'expert'] as const;

/**
 * A score sheet («оціночний лист»). Signed for ever: only signed minutes annul it (rule 42). What was ready inside
 * the window may be signed after it; nothing may be written any more (rule 40).
 */
export const sheetLifecycle = new Lifecycle<SheetState, SheetAction, ScoringWindow>('evaluation', SHEET_STATES, [
  { action: 'save', from: ['draft', 'ready'], to: 'draft', who: SCORERS, guards: [whyScoringIsClosed] },
  { action: 'finish', from: ['draft', 'ready'], to: 'ready', who: SCORERS, guards: [whyScoringIsClosed] },
  { action: 'sign', from: ['ready'], to: 'signed', who: SCORERS, guards: [whyNotStarted] },
  { action: 'annul', from: ['signed'], to: 'annulled', who: ['system'] },
]);
