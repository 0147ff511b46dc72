import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { MinutesNotes, type MinutesNote, type SessionRow } from '#libs/sessions';
import { AWARD } from '../model/agenda.js';
import { keptWeighing } from '../queries/kept-weighing.js';
import { WeighStoredResult } from './weigh-stored-result.js';

const t = (key: string, data: Record<string, unknown> = {}) => phrase('uk', `awards:weighing.minutes.${key}`, data);

/** The minutes of an award session say how firmly the result stands, and what the chair answered where it does not. */
@Implements(MinutesNotes)
@Injectable()
export class NoteWeighing implements MinutesNotes {
  constructor(private readonly weigh: WeighStoredResult) {}

  async of(tx: Tx, session: SessionRow): Promise<MinutesNote[]> {
    if (session.kind !== AWARD) return [];
    const content = await this.weigh.within(tx, session.scopeId);
    if (typeof content === 'string') return [];
    const { recalculated, changes } = content;
    if (changes.length === 0) return [{ lead: t('lead'), text: t('firm', { count: recalculated }) }];
    const { answer } = (await keptWeighing(tx, session.scopeId))!;
    if (answer === null) throw new Conflict('awards.weighing-unanswered');
    return [
      { lead: t('lead'), text: t('changes', { count: changes.length, of: recalculated }) },
      { lead: t('answer'), text: answer },
    ];
  }
}
