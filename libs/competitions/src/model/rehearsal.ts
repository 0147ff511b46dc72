import type { SettingsChange } from './editable-settings.js';
import { LIMITS } from './limits.js';

/** The title carries it, so that it stands on every page, paper and letter that names the competition. */
export const REHEARSAL_MARK = { title: 'НАВЧАЛЬНИЙ: ', titleEn: 'REHEARSAL: ' } as const;

/** The title with the mark, once; what no longer fits is cut. */
export const marked = (title: string, key: keyof typeof REHEARSAL_MARK = 'title'): string =>
  title.startsWith(REHEARSAL_MARK[key]) ? title : `${REHEARSAL_MARK[key]}${title}`.slice(0, LIMITS.title);

/** Settings of a rehearsal: whatever the officer types, its titles keep the mark. */
export const markedSettings = (change: SettingsChange): SettingsChange => ({
  ...change,
  ...(change.title && { title: marked(change.title) }),
  ...(change.titleEn && { titleEn: marked(change.titleEn, 'titleEn') }),
});
