import { Injectable } from '@nestjs/common';
import { competitionById } from '#libs/competitions';
import { AttachmentDoor } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { envelopePolicy } from '../access/envelope.policy.js';
import { ENVELOPE } from '../model/envelope.js';

/** The receipt of an envelope opens to the staff that sees the register. */
@Implements(AttachmentDoor)
@Injectable()
export class EnvelopeAttachments implements AttachmentDoor {
  readonly ownerKind = ENVELOPE;

  async opens(ctx: Context, reader: Reader, ownerId: string): Promise<boolean> {
    const row = await reader.one<{ competitionId: string }>(
      'select competition_id as "competitionId" from applications.envelope where id = $1',
      [ownerId],
    );
    return !!row && envelopePolicy.see.allows(ctx.actor, await competitionById(reader, row.competitionId));
  }
}
