import { EndMendings } from './jobs/end-mendings.sweep.js';
import { GiveBackPage } from './pages/give-back.page.js';
import { MendingPage } from './pages/mending.page.js';
import { MendingDesk } from './queries/mending-desk.js';
import { MendingForPage } from './queries/mending-for-page.js';
import { CheckMended } from './use-cases/check-mended.js';
import { GiveBack } from './use-cases/give-back.js';

/** Proposals given back for mending (rule 38), for the module of the lib. */
export const mendingPages = [GiveBackPage, MendingPage];

export const mendingUseCases = [GiveBack, CheckMended];

export const mendingProviders = [...mendingUseCases, MendingForPage, MendingDesk, EndMendings];
