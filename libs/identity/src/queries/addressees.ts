import { Injectable } from '@nestjs/common';
import { AddresseeCards, type OrganisationCard, type PersonCard } from '#libs/notifications';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** Whom to phone about a notice, and by which number. */
@Implements(AddresseeCards)
@Injectable()
export class Addressees implements AddresseeCards {
  organisations(reader: Reader, ids: readonly string[]): Promise<OrganisationCard[]> {
    return reader.rows(
      `select id, name, phone, head_name as "headName" from identity.organisation where id = any($1)`,
      [ids],
    );
  }

  people(reader: Reader, ids: readonly string[]): Promise<PersonCard[]> {
    return reader.rows(
      `select id, concat_ws(' ', family_name, given_name, patronymic) as "fullName", phone
         from identity.person where id = any($1)`,
      [ids],
    );
  }
}
