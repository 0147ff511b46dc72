import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { emailChangePolicy } from '../access/email-change.policy.js';
import { identityPaths } from '../paths.js';
import { DeskSource, type DeskItem } from '../ports/desk-source.port.js';
import { requestItems, waitingRequests, type AccountRequest, type RequestKind } from './account-requests.js';

export interface AskedEmailChange extends AccountRequest {
  newEmail: string;
  identifiedBy: string;
}

export interface OpenEmailChange extends AskedEmailChange {
  mayConfirm: boolean;
}

export const EMAIL_CHANGE: RequestKind = {
  table: 'identity.email_change',
  columns: ', r.identified_by as "identifiedBy", r.new_email as "newEmail"',
  joins: '',
  owners: ['person_id'],
  deskTitle: 'identity:emailChanges.deskTitle',
  href: identityPaths.emailChanges,
};

/** Requests of a new address that wait for a second person; on the desk of who may confirm them. */
@Implements(DeskSource)
@Injectable()
export class EmailChanges implements DeskSource {
  constructor(private readonly db: Database) {}

  async list({ actor }: Context): Promise<OpenEmailChange[]> {
    const changes = await waitingRequests<AskedEmailChange>(this.db, EMAIL_CHANGE, actor);
    return changes.map((change) => ({ ...change, mayConfirm: emailChangePolicy.confirm.allows(actor, change) }));
  }

  items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    return requestItems(ctx, reader, EMAIL_CHANGE);
  }
}
