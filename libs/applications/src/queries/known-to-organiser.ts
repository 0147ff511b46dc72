import type { CompetitionRow } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import type { Check } from '../model/check.js';
import { registerChecks } from '../model/register-checks.js';
import { coverageOf, recordsSql, registerRulesOf, type WithRecords } from './register-records.js';

/**
 * What the organiser's registers hold against an organisation, so that its people hear of it before the commission
 * does and can object (rules 8, 9, 10, 12). Only where their right to act is verified: others need not know.
 */
export async function knownToOrganiser(
  reader: Reader,
  competition: CompetitionRow,
  organisationId: string,
  title = '',
): Promise<Check[]> {
  const records = recordsSql({ organiserId: '$2::uuid', edrpou: 'o.edrpou', budgetYear: '$3', until: 'null' });
  const row = await reader.one<WithRecords>(
    `select ${records} as records
       from identity.v_organisation o join identity.v_organisation_right r on r.organisation_id = o.id
      where o.id = $1 and r.is_verified`,
    [organisationId, competition.organiserId, competition.budgetYear],
  );
  if (!row || row.records.length === 0) return [];
  const rules = registerRulesOf(competition, await coverageOf(reader, competition), null);
  return registerChecks({ title, records: row.records }, rules).filter(
    ({ status }) => status === 'failed' || status === 'to-decide',
  );
}
