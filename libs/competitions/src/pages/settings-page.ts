import { page, type FailedForm, type Result } from '#libs/platform/http';
import { LIMITS } from '../model/limits.js';
import type { Section } from '../model/sections.js';
import { competitionPaths } from '../paths.js';
import type { SettingsForEdit } from '../queries/competition-for-edit.js';

/**
 * One section of the settings as its page; `more` is what its own fields show. A form that came back without errors is
 * one whose rows were changed by a button.
 */
export function settingsPage(
  section: Section,
  { competition, problems }: SettingsForEdit,
  form: FailedForm | undefined,
  more: Record<string, unknown>,
): Result {
  const model = {
    ...{ section, competition, problems, form, limits: LIMITS },
    fields: `competitions/settings-${section}.njk`,
    action: competitionPaths.section(competition.id, section),
    back: competitionPaths.overview(competition.id),
    ...more,
  };
  return page('competitions/settings.njk', model, form && form.errors.length === 0 ? 200 : undefined);
}
