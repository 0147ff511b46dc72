import { Lifecycle } from '#libs/platform/lifecycle';
import { REGISTRATION_STATES, type RegistrationState } from './registration.js';

export type RegistrationAction =
  | ('prove' | 'approve' | 'reject' | 'promote' | 'offer' | 'accept' | 'lapse' | 'withdraw')
  | ('check-in' | 'undo-check-in' | 'miss');

/** Where a place or the queue leads; only the steps that ask for a place look at it. */
export interface RegistrationSubject {
  placing?: 'pending' | 'confirmed' | 'waitlisted';
}

const placed = ({ placing }: RegistrationSubject): RegistrationState => placing!;

/** «asked»: the letter is out; «pending»: the organiser decides; «waitlisted»: there is no place. Three different words. */
export const registrationLifecycle = new Lifecycle<RegistrationState, RegistrationAction, RegistrationSubject>(
  'events',
  REGISTRATION_STATES,
  [
    {
      action: 'prove',
      from: ['asked'],
      to: { oneOf: ['pending', 'confirmed', 'waitlisted'], chosen: placed },
      who: ['guest'],
    },
    {
      action: 'approve',
      from: ['pending'],
      to: { oneOf: ['confirmed', 'waitlisted'], chosen: placed },
      who: ['officer'],
    },
    { action: 'reject', from: ['pending', 'waitlisted'], to: 'rejected', who: ['officer'] },
    { action: 'promote', from: ['waitlisted'], to: 'confirmed', who: ['system'] },
    { action: 'offer', from: ['waitlisted'], to: 'offered', who: ['system'] },
    { action: 'accept', from: ['offered'], to: 'confirmed', who: ['guest', 'officer'] },
    { action: 'lapse', from: ['offered'], to: 'lapsed', who: ['system'] },
    {
      action: 'withdraw',
      from: ['asked', 'pending', 'confirmed', 'waitlisted', 'offered'],
      to: 'withdrawn',
      who: ['guest', 'officer'],
    },
    { action: 'check-in', from: ['confirmed', 'no-show'], to: 'attended', who: ['officer'] },
    { action: 'undo-check-in', from: ['attended'], to: 'confirmed', who: ['officer'] },
    { action: 'miss', from: ['confirmed'], to: 'no-show', who: ['officer', 'system'] },
  ],
);
