import { Lifecycle } from '#libs/platform/lifecycle';

export const CONSENTS = [
  'not-asked',
  'asked',
  'consented',
  'declined',
  'no-answer',
  'withdrawn',
  'not-needed',
] as const;
export type Consent = (typeof CONSENTS)[number];
export const CONSENT_ACTIONS = ['ask', 'consent', 'decline', 'note-silence', 'withdraw'] as const;
export type ConsentAction = (typeof CONSENT_ACTIONS)[number];

/** Letters that an action rests on. */
export interface ConsentSubject {
  letter: string | null;
}

const needsLetter = ({ letter }: ConsentSubject): string | null => (letter ? null : 'plan.letter-needed');

/** «За згодою» of one body for one measure. A party without that mark is not asked: `not-needed`, and stays so. */
export const consentLifecycle = new Lifecycle<Exclude<Consent, 'not-needed'>, ConsentAction, ConsentSubject>(
  'plan',
  CONSENTS.filter((state) => state !== 'not-needed'),
  [
    {
      action: 'ask',
      from: ['not-asked', 'no-answer', 'withdrawn'],
      to: 'asked',
      who: ['officer'],
      guards: [needsLetter],
    },
    {
      action: 'consent',
      from: ['not-asked', 'asked', 'no-answer', 'declined'],
      to: 'consented',
      who: ['officer'],
      guards: [needsLetter],
    },
    {
      action: 'decline',
      from: ['not-asked', 'asked', 'no-answer'],
      to: 'declined',
      who: ['officer'],
      guards: [needsLetter],
    },
    { action: 'note-silence', from: ['asked'], to: 'no-answer', who: ['officer'] },
    { action: 'withdraw', from: ['consented'], to: 'withdrawn', who: ['officer'], guards: [needsLetter] },
  ],
);

/** Only who must, or who said yes, has something to answer for. */
export const isBound = (consent: Consent): boolean => consent === 'not-needed' || consent === 'consented';

/** What may be done with this consent now. */
export const consentActions = (consent: Consent): ConsentAction[] =>
  consent === 'not-needed'
    ? []
    : consentLifecycle.available(consent, 'officer', { letter: '—' }).map((one) => one.action);
