import { Injectable } from '@nestjs/common';
import { AttachmentDoor } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { applicationPolicy } from '../access/application.policy.js';
import { applicationById } from '../use-cases/lock-application.js';

/** Files that letters about a proposal carry open to whoever may read the proposal. */
@Implements(AttachmentDoor)
@Injectable()
export class ApplicationAttachments implements AttachmentDoor {
  readonly ownerKind = 'application';

  async opens(ctx: Context, reader: Reader, ownerId: string): Promise<boolean> {
    return applicationPolicy.read.allows(ctx.actor, await applicationById(reader, ownerId));
  }
}
