import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { invalidField } from '#libs/platform/errors';
import { changeSlot, type SlotKey } from '#libs/terms';
import { isCarriedOut } from '../model/deciders.js';
import { SaveSettings } from './save-settings.js';

/** Another value in the draft's rule set, with where it comes from; it is «не підтверджено» until confirmed (rule 3). */
@Injectable()
export class ChangeSlotValue {
  constructor(private readonly settings: SaveSettings) {}

  /** @throws InvalidInput at fields `value`, `source` */
  execute(
    ctx: Context,
    id: string,
    version: number,
    { key, value, source }: { key: SlotKey; value: unknown; source: string },
  ): Promise<void> {
    if (!isCarriedOut(key, value)) throw invalidField('value', 'competitions.slot-not-built');
    return this.settings.execute(ctx, id, version, ({ ruleSet }) => ({
      ruleSet: changeSlot(ruleSet!, key, value, source),
    }));
  }
}
