import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import type { ContractState } from '../model/contract.js';
import type { ContractHold } from '../ports/contract-holds.port.js';

/** Contracts that pay for their project, or have paid. */
const PAYING: readonly ContractState[] = ['signed', 'in-force', 'suspended', 'completed'];

/** Titles that differ by case, spaces and punctuation are the same. */
const bare = (title: string): string => `lower(regexp_replace(${title}, '[[:space:][:punct:]«»“”„’–—]+', '', 'g'))`;

/** rule 12: the project of another contract of the same organisation in the same budget period, whoever pays there. */
export async function sameProjectHolds(reader: Reader, lang: Lang, ids: readonly string[]): Promise<ContractHold[]> {
  const twins = await reader.rows<{ applicationId: string; number: string | null; organiserName: string }>(
    `select c.application_id as "applicationId", other.number, o.short_name as "organiserName"
       from contracts.contract c
       join competitions.v_competition here on here.id = c.competition_id
       join contracts.contract other on other.organisation_id = c.organisation_id and other.id <> c.id
        and (other.state = any($2) or (other.id = any($1) and other.id < c.id))
       join competitions.v_competition there on there.id = other.competition_id
        and there.budget_year = here.budget_year and there.is_rehearsal = here.is_rehearsal
       join identity.v_organiser o on o.id = there.organiser_id
      where c.id = any($1) and ${bare('other.subject')} = ${bare('c.subject')}
      order by other.id`,
    [ids, PAYING],
  );
  return twins.map(({ applicationId, number, organiserName }) => ({
    applicationId,
    reason: phrase(lang, `contracts:sameProject.${number ? 'signed' : 'waits'}`, { number, organiser: organiserName }),
    href: null,
  }));
}
