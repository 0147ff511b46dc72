import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform/database';
import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { MinutesNotes, type MinutesNote, type SessionRow } from '#libs/sessions';
import { AWARD } from '../model/agenda.js';
import { chosenWay } from '../queries/chosen-way.js';

/** The minutes of an award session say which way of allocation was voted on, where it is not the strict one. */
@Implements(MinutesNotes)
@Injectable()
export class NoteWay implements MinutesNotes {
  async of(tx: Tx, session: SessionRow): Promise<MinutesNote[]> {
    if (session.kind !== AWARD) return [];
    const chosen = await chosenWay(tx, session.scopeId);
    if (!chosen) return [];
    const way = phrase('uk', `terms:choices.allocationWays.${chosen.way}`);
    const sum = chosen.groupKop === null ? '' : `: ${formatMoney(chosen.groupKop, 'uk')}`;
    return [{ lead: phrase('uk', 'awards:scenarios.minutes'), text: `${way}${sum}.` }];
  }
}
