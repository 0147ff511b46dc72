import { constraintMeans, newId, type Tx } from '#libs/platform/database';
import type { FieldError } from '#libs/platform/errors';
import { isEdrpou } from '../model/edrpou.js';
import { headNameOf } from '../model/head-name.js';
import { registerProblems, type OrganisationCard } from '../model/organisation.js';

/** A second claimant learns only that an officer must look first, and where to ask for it. */
constraintMeans('uq_organisation_edrpou', 'edrpou', 'identity.edrpou-taken');

/** What of a new card cannot be so. */
export function cardProblems(card: OrganisationCard, today: string): FieldError[] {
  const wrongCode = isEdrpou(card.edrpou) ? [] : [{ field: 'edrpou', code: 'identity.edrpou-wrong' }];
  return [...wrongCode, ...registerProblems(card, today)];
}

/** @returns the id of the new organisation */
export async function insertCard(tx: Tx, card: OrganisationCard): Promise<string> {
  const id = newId();
  await tx.change(
    `insert into identity.organisation (id, edrpou, name, short_name, legal_form, registered_on, non_profit_sign, address,
                                        settlement, head_name, phone, email, created_at, head_family_name,
                                        head_given_name, head_patronymic, katottg, koatuu)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      id,
      card.edrpou,
      card.name,
      card.shortName,
      card.legalForm,
      card.registeredOn,
      card.nonProfitSign,
      card.address,
      card.settlement,
      headNameOf(card),
      card.phone,
      card.email,
      tx.now,
      card.headFamilyName,
      card.headGivenName,
      card.headPatronymic,
      card.katottg,
      card.koatuu,
    ],
  );
  return id;
}
