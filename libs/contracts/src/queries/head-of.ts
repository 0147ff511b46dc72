import type { Reader } from '#libs/platform/database';

/** Who heads the organisation by its card: the signer of most contracts. */
export async function headOf(reader: Reader, organisationId: string): Promise<string> {
  const row = await reader.one<{ head: string }>(
    'select head_name as head from contracts.v_recipient where organisation_id = $1',
    [organisationId],
  );
  return row?.head ?? '';
}
