import { EnvelopeCheckPage } from './pages/envelope-check.page.js';
import { EnvelopePage } from './pages/envelope.page.js';
import { EnvelopeTypingPage } from './pages/envelope-typing.page.js';
import { EnvelopesPage } from './pages/envelopes.page.js';
import { NewEnvelopePage } from './pages/new-envelope.page.js';
import { EnvelopeAttachments } from './queries/envelope-attachments.js';
import { EnvelopeDesk } from './queries/envelope-desk.js';
import { EnvelopeForPage } from './queries/envelope-for-page.js';
import { EnvelopeObstacle } from './queries/envelope-obstacle.js';
import { Envelopes } from './queries/envelopes.js';
import { EnvelopesRoom } from './queries/envelopes-room.js';
import { MakeEnvelopeReceipt } from './reactions/make-envelope-receipt.js';
import { BeginTyping } from './use-cases/begin-typing.js';
import { CheckTyped } from './use-cases/check-typed.js';
import { HandOverTyped } from './use-cases/hand-over-typed.js';
import { RegisterEnvelope } from './use-cases/register-envelope.js';
import { SetAsideEnvelope } from './use-cases/set-aside-envelope.js';

/** Proposals on paper, for the module of the lib. */
export const envelopePages = [EnvelopesPage, NewEnvelopePage, EnvelopeTypingPage, EnvelopeCheckPage, EnvelopePage];

export const envelopeUseCases = [RegisterEnvelope, BeginTyping, HandOverTyped, CheckTyped, SetAsideEnvelope];

export const envelopeProviders = [
  ...envelopeUseCases,
  Envelopes,
  EnvelopeForPage,
  EnvelopeDesk,
  EnvelopeObstacle,
  EnvelopesRoom,
  EnvelopeAttachments,
  MakeEnvelopeReceipt,
];
