import type { Reader } from '#libs/platform/database';
import type { ProposalForm } from '../model/form/proposal-form.js';

/** One published version of a form; from the second on with the act that changed it. */
export interface FormVersion {
  number: number;
  form: ProposalForm;
  orderNumber: string | null;
  orderOn: string | null;
  reason: string;
  publishedAt: Date;
}

/** Oldest first; a competition has few. */
export const formVersions = (reader: Reader, competitionId: string): Promise<FormVersion[]> =>
  reader.rows(
    `select number, form, order_number as "orderNumber", order_on::text as "orderOn", reason, published_at as "publishedAt"
       from competitions.form_version where competition_id = $1 order by number`,
    [competitionId],
  );

/** The number of the version that is filled in now. */
export async function formVersionOf(reader: Reader, competitionId: string): Promise<number> {
  const found = await reader.one<{ number: number }>(
    'select coalesce(max(number), 1)::int as number from competitions.form_version where competition_id = $1',
    [competitionId],
  );
  return found!.number;
}
