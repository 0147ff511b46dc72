import { Controller, Get } from '@nestjs/common';
import { Public } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { page, type Result } from '#libs/platform/http';

interface Contact {
  name: string;
  city: string;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  workingHours: string;
}

const AUTHORITIES_MAX = 50;

/** A person with a phone for every authority that runs competitions here. */
@Controller()
export class ContactsPage {
  constructor(private readonly db: Database) {}

  @Get('contacts')
  @Public('contacts of the authorities are for everybody')
  async show(): Promise<Result> {
    const contacts = await this.db.rows<Contact>(
      `select name, city, contact_name as "contactName", contact_phone as "contactPhone", contact_email as "contactEmail",
              working_hours as "workingHours"
         from identity.organiser order by name collate "uk-x-icu" limit $1`,
      [AUTHORITIES_MAX],
    );
    return page('portal/contacts.njk', { contacts });
  }
}
