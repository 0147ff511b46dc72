import { Lifecycle, type Guard } from '#libs/platform/lifecycle';
import { ENVELOPE_STATES, type EnvelopeState } from './envelope.js';

export type EnvelopeAction = 'begin-typing' | 'hand-over' | 'give-back' | 'accept' | 'set-aside';

/** What the guards look at. */
export interface EnvelopeSubject {
  competitionState: string;
  isLate: boolean;
  /** Who typed it, and who acts now. */
  typedBy: string | null;
  actorId: string | null;
}

/** Nobody looks into an envelope before the opening act. */
const isOpened: Guard<EnvelopeSubject> = ({ competitionState }) =>
  competitionState === 'admission' ? null : 'applications.envelope-sealed';

/** rule 16: what came late is registered, and is not considered. */
const isInTime: Guard<EnvelopeSubject> = ({ isLate }) => (isLate ? 'applications.envelope-late' : null);

const isSecondPerson: Guard<EnvelopeSubject> = ({ typedBy, actorId }) =>
  typedBy === actorId ? 'applications.second-person' : null;

/** From the door to a proposal like any other: one person types, a second one checks. */
export const envelopeLifecycle = new Lifecycle<EnvelopeState, EnvelopeAction, EnvelopeSubject>(
  'applications',
  ENVELOPE_STATES,
  [
    { action: 'begin-typing', from: ['sealed'], to: 'typing', who: ['officer'], guards: [isOpened, isInTime] },
    { action: 'hand-over', from: ['typing'], to: 'checking', who: ['officer'], guards: [isOpened] },
    { action: 'give-back', from: ['checking'], to: 'typing', who: ['officer'], guards: [isOpened, isSecondPerson] },
    { action: 'accept', from: ['checking'], to: 'accepted', who: ['officer'], guards: [isOpened, isSecondPerson] },
    { action: 'set-aside', from: ['sealed'], to: 'set-aside', who: ['officer'], guards: [isOpened] },
  ],
);
