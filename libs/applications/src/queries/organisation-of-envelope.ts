import { isEdrpou } from '#libs/identity';
import type { Reader } from '#libs/platform/database';

/** An organisation that the system knows by this code; else whether the code could be one at all (rule 5). */
export async function organisationOfEnvelope(
  reader: Reader,
  edrpou: string,
): Promise<{ name: string | null; isCode: boolean }> {
  const row = await reader.one<{ name: string }>('select name from identity.v_organisation where edrpou = $1', [
    edrpou,
  ]);
  return { name: row?.name ?? null, isCode: isEdrpou(edrpou) };
}
