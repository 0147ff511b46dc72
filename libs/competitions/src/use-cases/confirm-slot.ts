import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { invalidField } from '#libs/platform/errors';
import { confirmSlot, type SlotKey, type Verification } from '#libs/terms';
import { SaveSettings } from './save-settings.js';

/** A person vouches for values of the draft's rule set that one act confirms: name, day and link to it (rule 3). */
@Injectable()
export class ConfirmSlot {
  constructor(private readonly settings: SaveSettings) {}

  /** @throws InvalidInput at fields `keys`, `by`, `on`, `link` */
  execute(
    ctx: Context,
    id: string,
    version: number,
    keys: readonly SlotKey[],
    verification: Verification,
  ): Promise<void> {
    if (keys.length === 0) throw invalidField('keys', 'terms.no-value-chosen');
    return this.settings.execute(ctx, id, version, ({ ruleSet }) => ({
      ruleSet: keys.reduce((set, key) => confirmSlot(set, key, verification), ruleSet!),
    }));
  }
}
