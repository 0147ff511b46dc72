import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { peopleMergePolicy } from '../access/people-merge.policy.js';
import { namesDiffer } from '../model/people-merge.js';
import { identityPaths } from '../paths.js';
import { DeskSource, type DeskItem } from '../ports/desk-source.port.js';
import { requestItems, waitingRequests, type AccountRequest, type RequestKind } from './account-requests.js';

/** `personId` is the account to be closed. */
export interface AskedPeopleMerge extends AccountRequest {
  intoId: string;
  intoName: string;
  intoEmail: string;
  identifiedBy: string;
}

export interface OpenPeopleMerge extends AskedPeopleMerge {
  hasOtherName: boolean;
  mayConfirm: boolean;
  mayRefuse: boolean;
}

export const PEOPLE_MERGE: RequestKind = {
  table: 'identity.people_merge',
  columns: `, r.into_id as "intoId", r.identified_by as "identifiedBy", i.full_name as "intoName", i.email as "intoEmail"`,
  joins: 'join identity.v_person i on i.id = r.into_id',
  owners: ['person_id', 'into_id'],
  deskTitle: 'identity:peopleMerges.deskTitle',
  href: identityPaths.peopleMerges,
};

/** Requests to merge two accounts that wait for a second person; on the desk of who may confirm them. */
@Implements(DeskSource)
@Injectable()
export class PeopleMerges implements DeskSource {
  constructor(private readonly db: Database) {}

  async list({ actor }: Context): Promise<OpenPeopleMerge[]> {
    const merges = await waitingRequests<AskedPeopleMerge>(this.db, PEOPLE_MERGE, actor);
    return merges.map((merge) => ({
      ...merge,
      hasOtherName: namesDiffer(merge, { fullName: merge.intoName }),
      mayConfirm: peopleMergePolicy.confirm.allows(actor, merge),
      mayRefuse: peopleMergePolicy.refuse.allows(actor, merge),
    }));
  }

  items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    return requestItems(ctx, reader, PEOPLE_MERGE);
  }
}
