import type { CompetitionRow } from '#libs/competitions';
import { isEdrpou } from '#libs/identity';
import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { requirementsOf, type Requirement } from '../model/eligibility.js';

export interface OrganisationEligibility {
  organisationId: string;
  organisationName: string;
  requirements: Requirement[];
}

interface OrganisationFacts {
  id: string;
  name: string;
  edrpou: string;
  legalForm: string;
  registeredOn: string;
  liquidatedOn: string | null;
  proposalCount: number;
}

/**
 * What the competition asks of an organisation and whether it is so. Withdrawn proposals do not count (rule 11).
 * `submittingId`: one of them is about to be submitted; then only the others that were submitted count.
 * @throws NotFound
 */
export async function eligibilityOf(
  reader: Reader,
  competition: CompetitionRow,
  organisationId: string,
  submittingId: string | null = null,
): Promise<OrganisationEligibility> {
  const organisation = await reader.one<OrganisationFacts>(
    `select o.id, o.name, o.edrpou, o.legal_form as "legalForm", o.registered_on::text as "registeredOn",
            r.liquidated_on::text as "liquidatedOn",
            (select count(*)::int from applications.application a
              where a.organisation_id = o.id and a.competition_id = $2 and a.state <> 'withdrawn'
                and ($3::uuid is null or (a.id <> $3 and a.state <> 'draft'))) as "proposalCount"
       from identity.v_organisation o join identity.v_organisation_right r on r.organisation_id = o.id
      where o.id = $1`,
    [organisationId, competition.id, submittingId],
  );
  if (!organisation) throw new NotFound();
  const requirements = requirementsOf(
    { ...organisation, hasValidCode: isEdrpou(organisation.edrpou) },
    { ...competition, minRegistrationAgeMonths: minMonthsOf(competition) },
  );
  return { organisationId, organisationName: organisation.name, requirements };
}

/** From the frozen rule set (rule 1). */
function minMonthsOf({ ruleSet }: CompetitionRow): number | null {
  return ruleSet?.slots.minRegistrationAgeMonths?.value ?? null;
}
