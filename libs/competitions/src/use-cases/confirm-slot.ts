import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { confirmSlot, type SlotKey, type Verification } from '#libs/terms';
import { SaveSettings } from './save-settings.js';

/** A person vouches for one value of the draft's rule set: name, day and link to the act (rule 3). */
@Injectable()
export class ConfirmSlot {
  constructor(private readonly settings: SaveSettings) {}

  /** @throws InvalidInput at fields `by`, `on`, `link` */
  execute(ctx: Context, id: string, version: number, key: SlotKey, verification: Verification): Promise<void> {
    return this.settings.execute(ctx, id, version, ({ ruleSet }) => ({
      ruleSet: confirmSlot(ruleSet!, key, verification),
    }));
  }
}
