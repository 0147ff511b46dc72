import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '#libs/platform/database';
import { entryOf, keyOf, type Measure } from '../model/register.js';
import { registerImported } from '../model/registers.facts.js';
import { REGISTERS } from '../model/registers/index.js';
import { choiceWords } from '../queries/register-words.js';

export interface OwnOffence {
  organiserId: string;
  edrpou: string;
  organisationName: string;
  happenedOn: string;
  measure: Measure;
  /** Of our own conclusion that found it. */
  number: string;
  /** Of the project. */
  title: string;
}

/**
 * What our own monitoring found goes into the register as what came by a file does: with a source, the conclusion, and
 * one row that can be taken back by the same rules. Rule 8 finds it there.
 */
@Injectable()
export class RecordOffence {
  async within(tx: Tx, offence: OwnOffence): Promise<void> {
    const id = newId();
    const { organiserId, number, happenedOn, measure, edrpou, organisationName } = offence;
    const title = `Нецільове використання бюджетних коштів: «${offence.title}»`;
    const source = `Висновок моніторингу № ${number}`;
    const organiser = await tx.one<{ name: string }>('select name from identity.v_organiser where id = $1', [
      organiserId,
    ]);
    const values = { edrpou, organisationName, happenedOn, title, measure, party: organiser!.name, note: source };
    const cells = { ...values, measure: choiceWords('uk', 'measure', measure) };
    await tx.change(
      `insert into registers.import (id, organiser_id, kind, state, file_name, file_sha256, columns, source_title, source_on,
              source_by, uploaded_by, uploaded_at, applied_by, applied_at, added, changed, same, refused)
       values ($1, $2, 'offences', 'applied', '', '', '{}', $3, $4, $5, $6, $7, $6, $7, 1, 0, 0, 0)`,
      [id, organiserId, source, happenedOn, organiser!.name, tx.actor.personId, tx.now],
    );
    await tx.change(
      `insert into registers.import_row (import_id, number, cells, outcome, notes) values ($1, 1, $2, 'new', '{}')`,
      [id, JSON.stringify(cells)],
    );
    await tx.change(
      `insert into registers.entry (id, organiser_id, kind, key, import_id, row_number, edrpou, organisation_name, year, title,
              party, happened_on, measure, note)
       values ($1, $2, 'offences', $3, $4, 1, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[newId(), organiserId, keyOf(REGISTERS.offences, entryOf(values)), id, edrpou, organisationName],
        ...[Number(happenedOn.slice(0, 4)), title, organiser!.name, happenedOn, measure, source],
      ],
    );
    tx.record(registerImported, {
      subjectId: id,
      scopeId: organiserId,
      particulars: { kind: 'offences', sourceTitle: source, sourceOn: happenedOn, new: 1 },
    });
  }
}
