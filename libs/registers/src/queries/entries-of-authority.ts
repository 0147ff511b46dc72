import { Injectable } from '@nestjs/common';
import { scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import { toSafeInteger } from '#libs/platform/money';
import type { EntryValues, RegisterKind } from '../model/register.js';
import type { Source } from './read-import.js';

/** What stands in a register now, with its source. */
export interface EntryLine extends Omit<EntryValues, 'votes' | 'pointsHundredths' | 'place' | 'outcome'>, Source {
  id: string;
  kind: RegisterKind;
  importId: string;
  appliedAt: Date;
}

type RawLine = Omit<EntryLine, 'amountKop'> & { amountKop: string | null };

/** The registers of the authorities for which the actor works. */
@Injectable()
export class EntriesOfAuthority {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, asked: AskedList<EntryLine>): Promise<Found<EntryLine>> {
    const found = await asked.find<RawLine>(
      this.db,
      `select e.id, e.kind, e.edrpou, e.organisation_name as "organisationName", e.year, e.title, e.party,
              e.amount_kop as "amountKop", e.happened_on::text as "happenedOn", e.measure, e.note,
              e.legal_form as "legalForm", e.registered_on::text as "registeredOn", e.settlement,
              e.import_id as "importId", e.source_title as "sourceTitle", e.source_on::text as "sourceOn",
              e.source_by as "sourceBy", e.source_link as "sourceLink", e.applied_at as "appliedAt"
         from registers.v_entry e where e.organiser_id = any($1)`,
      [scopesOf(ctx.actor, ['officer', 'director'])],
    );
    const kopOf = (text: string | null) => (text === null ? null : toSafeInteger(text));
    return { ...found, rows: found.rows.map((row) => ({ ...row, amountKop: kopOf(row.amountKop) })) };
  }
}
