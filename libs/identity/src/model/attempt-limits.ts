export type Attempted =
  | 'sign-in'
  | 'sign-up'
  | 'password-reset'
  | 'password-change'
  | 'email-change'
  | 'second-factor'
  | 'inquiry'
  | 'subscription'
  | 'registration'
  | 'shown-draft';

export const ATTEMPT_WINDOW_MINUTES = 15;

/**
 * How many tries in one window: about one account (of questions: about one competition) and from one address. A whole
 * office or a training class may sit behind one address.
 */
export const ATTEMPTS_MAX: Readonly<Record<Attempted, { account: number; address: number }>> = {
  'sign-in': { account: 10, address: 50 },
  'sign-up': { account: 5, address: 60 },
  'password-reset': { account: 5, address: 60 },
  'password-change': { account: 10, address: 50 },
  'email-change': { account: 5, address: 50 },
  'second-factor': { account: 6, address: 50 },
  inquiry: { account: 60, address: 6 },
  subscription: { account: 5, address: 20 },
  registration: { account: 10, address: 60 },
  'shown-draft': { account: 10, address: 50 },
};
