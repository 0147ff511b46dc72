import type { Reader } from '#libs/platform/database';
import type { CompetitionRow } from '../model/competition.js';
import type { ProposalForm } from '../model/form/proposal-form.js';

/** The form the officer works on: of a draft the form itself, of an announced one its next version; null = none begun. */
export async function formInWork(
  reader: Reader,
  { id, state }: Pick<CompetitionRow, 'id' | 'state'>,
): Promise<ProposalForm | null> {
  const column = state === 'draft' ? 'form' : 'form_change';
  const row = await reader.one<{ form: ProposalForm | null }>(
    `select ${column} as form from competitions.competition where id = $1`,
    [id],
  );
  return row!.form;
}
