import { slotOf, type CompetitionRow } from '#libs/competitions';
import { peopleWithRole } from '#libs/identity';
import type { Reader } from '#libs/platform/database';
import type { ContractContent } from '../model/template/contract-content.js';
import type { WholeContract } from './read-contracts.js';

type Organiser = ContractContent['organiser'];
type Recipient = ContractContent['organisation'] & { contractId: string; registerCode: string };

/** Everything that these contracts of one competition say; by the id of the contract. */
export async function contentsOf(
  reader: Reader,
  competition: CompetitionRow,
  contracts: readonly WholeContract[],
): Promise<Map<string, ContractContent>> {
  const organiser = await organiserOf(reader, competition.organiserId);
  const recipients = new Map((await recipientsOf(reader, contracts)).map((row) => [row.contractId, row]));
  return new Map(
    contracts.map(({ contract, parts }) => {
      const { registerCode, name, edrpou, address } = recipients.get(contract.id)!;
      return [
        contract.id,
        {
          ...{ contract, parts, registerCode, organiser, organisation: { name, edrpou, address } },
          competitionTitle: competition.title,
          budgetYear: competition.budgetYear!,
          finalReportDays: slotOf(competition, 'finalReportDays'),
          budgetChangePercent: slotOf(competition, 'budgetChangePercent'),
          signing: null,
        },
      ];
    }),
  );
}

async function organiserOf(reader: Reader, id: string): Promise<Organiser> {
  const found = await reader.one<Pick<Organiser, 'name' | 'edrpou' | 'city'>>(
    'select name, edrpou, city from identity.v_organiser where id = $1',
    [id],
  );
  const [director] = await peopleWithRole(reader, id, ['director']);
  return { ...found!, director: director?.signingName ?? '', directorPosition: director?.position ?? '' };
}

function recipientsOf(reader: Reader, contracts: readonly WholeContract[]): Promise<Recipient[]> {
  return reader.rows(
    `select c.id as "contractId", o.name, o.edrpou, r.address, a.register_code as "registerCode"
       from contracts.contract c
       join identity.v_organisation o on o.id = c.organisation_id
       join contracts.v_recipient r on r.organisation_id = c.organisation_id
       join applications.v_application a on a.id = c.application_id
      where c.id = any($1)`,
    [contracts.map(({ contract }) => contract.id)],
  );
}
