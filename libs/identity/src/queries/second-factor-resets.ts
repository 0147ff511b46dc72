import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { secondFactorResetPolicy } from '../access/second-factor-reset.policy.js';
import { identityPaths } from '../paths.js';
import { DeskSource, type DeskItem } from '../ports/desk-source.port.js';
import { requestItems, waitingRequests, type AccountRequest, type RequestKind } from './account-requests.js';

export interface OpenReset extends AccountRequest {
  mayConfirm: boolean;
}

export const SECOND_FACTOR_RESET: RequestKind = {
  table: 'identity.second_factor_reset',
  columns: '',
  joins: '',
  owners: ['person_id'],
  deskTitle: 'identity:resets.deskTitle',
  href: identityPaths.secondFactorResets,
};

/** Requests of a reset that wait for a second person; on the desk of who may confirm them. */
@Implements(DeskSource)
@Injectable()
export class SecondFactorResets implements DeskSource {
  constructor(private readonly db: Database) {}

  async list({ actor }: Context): Promise<OpenReset[]> {
    const resets = await waitingRequests(this.db, SECOND_FACTOR_RESET, actor);
    return resets.map((reset) => ({ ...reset, mayConfirm: secondFactorResetPolicy.confirm.allows(actor, reset) }));
  }

  items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    return requestItems(ctx, reader, SECOND_FACTOR_RESET);
  }
}
