import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** A file of a notice opens by the policy of whoever owns it; a kind of owner without a door opens to nobody. */
@Port('many')
export abstract class AttachmentDoor {
  abstract readonly ownerKind: string;
  abstract opens(ctx: Context, reader: Reader, ownerId: string): Promise<boolean>;
}
