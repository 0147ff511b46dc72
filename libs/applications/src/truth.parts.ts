import { TruthChecksPage } from './pages/truth-checks.page.js';
import { TruthCheckDesk } from './queries/truth-check-desk.js';
import { TruthChecks } from './queries/truth-checks.js';
import { AnswerTruthCheck } from './use-cases/answer-truth-check.js';
import { OrderTruthCheck } from './use-cases/order-truth-check.js';

/** Checks of truthfulness (rule 39), for the module of the lib. */
export const truthPages = [TruthChecksPage];

export const truthUseCases = [OrderTruthCheck, AnswerTruthCheck];

export const truthProviders = [...truthUseCases, TruthChecks, TruthCheckDesk];
