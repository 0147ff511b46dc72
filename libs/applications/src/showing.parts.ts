import { ShowingPage } from './pages/showing.page.js';
import { ShownDraftsPage } from './pages/shown-drafts.page.js';
import { ShownDraft } from './queries/shown-draft.js';
import { LookAtDraft } from './use-cases/look-at-draft.js';
import { ShowDraft } from './use-cases/show-draft.js';

/** Drafts that are shown by a code, for the module of the lib. */
export const showingPages = [ShowingPage, ShownDraftsPage];

export const showingUseCases = [ShowDraft, LookAtDraft];

export const showingProviders = [...showingUseCases, ShownDraft];
