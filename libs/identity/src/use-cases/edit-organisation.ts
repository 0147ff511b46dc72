import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput, NotFound } from '#libs/platform/errors';
import { organisationPolicy } from '../access/organisation.policy.js';
import { headNameOf, type HeadName } from '../model/head-name.js';
import { organisationChanged } from '../model/identity.facts.js';
import { registerProblems, type EditableCard } from '../model/organisation.js';

const PERSONAL = ['headName', 'phone', 'email'] as const;
const REGISTER = ['legalForm', 'registeredOn', 'nonProfitSign'] as const;
const FIELDS = ['name', 'shortName', ...REGISTER, 'address', 'settlement', 'katottg', 'koatuu', ...PERSONAL] as const;
/** As the history tells it: the head is one line. */
type TellingCard = Omit<EditableCard, keyof HeadName> & { headName: string };
type Field = (typeof FIELDS)[number];

/**
 * People who act for an organisation mend its card: a new name, head, address, a slip in what the register says. The
 * code ЄДРПОУ does not change. What stood there before stays in the facts; names and telephones apart, so that they can
 * be erased.
 */
@Injectable()
export class EditOrganisation {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws Conflict when somebody changed the card since `version` was read. */
  execute(ctx: Context, id: string, card: EditableCard & { version: number }): Promise<void> {
    demand(organisationPolicy, 'edit', ctx.actor, { id });
    return this.uow.run(ctx, async (tx) => {
      const before = await lockCard(tx, id);
      const after: TellingCard = { ...card, headName: headNameOf(card) };
      const fields = FIELDS.filter((field) => before[field] !== after[field]);
      if (fields.length === 0) return;
      if (fields.some((field) => (REGISTER as readonly Field[]).includes(field)))
        demandAsRegistered(card, kyivDay(tx.now));
      await save(tx, id, card);
      const open = fields.filter((field) => !isPersonal(field));
      const hidden = fields.filter(isPersonal);
      tx.record(organisationChanged, {
        subjectId: id,
        scopeId: id,
        particulars: { fields, before: only(before, open), after: only(after, open) },
        ...(hidden.length > 0 && { personal: { before: only(before, hidden), after: only(after, hidden) } }),
      });
    });
  }
}

/** An old card stands as it is until somebody touches what the register says. */
function demandAsRegistered(card: EditableCard, today: string): void {
  const problems = registerProblems(card, today);
  if (problems.length > 0) throw new InvalidInput(problems);
}

async function lockCard(tx: Tx, id: string): Promise<TellingCard> {
  const card = await tx.one<TellingCard>(
    `select name, short_name as "shortName", legal_form as "legalForm", registered_on::text as "registeredOn",
            non_profit_sign as "nonProfitSign", address, settlement, katottg, koatuu, head_name as "headName", phone, email
       from identity.organisation where id = $1 for update`,
    [id],
  );
  if (!card) throw new NotFound();
  return card;
}

async function save(tx: Tx, id: string, card: EditableCard & { version: number }): Promise<void> {
  const saved = await tx.change(
    `update identity.organisation
        set name = $3, short_name = $4, address = $5, settlement = $6, katottg = $7, head_name = $8, phone = $9,
            email = $10, head_family_name = $11, head_given_name = $12, head_patronymic = $13, legal_form = $14, registered_on = $15, non_profit_sign = $16,
            koatuu = $17, version = version + 1
      where id = $1 and version = $2`,
    [
      id,
      card.version,
      card.name,
      card.shortName,
      card.address,
      card.settlement,
      card.katottg,
      headNameOf(card),
      card.phone,
      card.email,
      card.headFamilyName,
      card.headGivenName,
      card.headPatronymic,
      ...[card.legalForm, card.registeredOn, card.nonProfitSign, card.koatuu],
    ],
  );
  if (saved === 0) throw new Conflict('identity.card-changed-meanwhile');
}

const isPersonal = (field: Field): boolean => (PERSONAL as readonly Field[]).includes(field);

const only = (card: TellingCard, fields: readonly Field[]): Partial<TellingCard> =>
  Object.fromEntries(fields.map((field) => [field, card[field]]));
