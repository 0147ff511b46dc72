import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { invalidField } from '#libs/platform/errors';
import { adoptSlots, type Adoption, type SlotKey } from '#libs/terms';
import { SaveSettings } from './save-settings.js';

/** The organiser adopts values of a draft by one order of its own, where no act confirms them (rule 3). */
@Injectable()
export class AdoptSlots {
  constructor(private readonly settings: SaveSettings) {}

  /** @throws InvalidInput at fields `keys`, `number`, `on` */
  execute(ctx: Context, id: string, version: number, keys: readonly SlotKey[], order: Adoption): Promise<void> {
    if (order.on > kyivDay(ctx.now)) throw invalidField('on', 'terms.order-ahead');
    return this.settings.execute(ctx, id, version, ({ ruleSet }) => ({ ruleSet: adoptSlots(ruleSet!, keys, order) }));
  }
}
