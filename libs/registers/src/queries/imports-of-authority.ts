import { Injectable } from '@nestjs/common';
import { scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import { IMPORT_SELECT, type ImportRow } from './read-import.js';

/** Every import into the registers of the authorities for which the actor works. */
@Injectable()
export class ImportsOfAuthority {
  constructor(private readonly db: Database) {}

  execute(ctx: Context, asked: AskedList<ImportRow>): Promise<Found<ImportRow>> {
    const mine = scopesOf(ctx.actor, ['officer', 'director']);
    return asked.find(this.db, `${IMPORT_SELECT} where i.organiser_id = any($1)`, [mine]);
  }
}
