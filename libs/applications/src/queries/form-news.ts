import { formChanges, formVersions, type CompetitionSettings, type FormChange } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import type { ApplicationRow } from '../model/application.js';

/** What has changed in the form since its writers last saw it, with the act of the last change. */
export interface FormNews {
  order: string;
  /** Kyiv day. */
  on: string;
  reason: string;
  changes: FormChange[];
}

/** Null when they have seen the version that is filled in now. */
export async function formNews(
  reader: Reader,
  { formVersion, competitionId }: Pick<ApplicationRow, 'formVersion' | 'competitionId'>,
  settings: Pick<CompetitionSettings, 'form' | 'formVersion'>,
): Promise<FormNews | null> {
  if (formVersion >= settings.formVersion) return null;
  const versions = await formVersions(reader, competitionId);
  const seen = versions.find(({ number }) => number === formVersion);
  const { orderNumber, orderOn, reason } = versions.at(-1)!;
  return { order: orderNumber!, on: orderOn!, reason, changes: seen ? formChanges(seen.form, settings.form) : [] };
}
