import { Injectable } from '@nestjs/common';
import { RatingChanges, type AdoptedChange } from '#libs/awards';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import type { EffectRow } from '../model/effect.js';

interface Carried {
  sourceId: string;
  number: string;
  session: number;
  signedAt: Date;
  effect: EffectRow[];
}

/** A satisfied complaint whose effect the commission has adopted changes the money by an order of its own. */
@Implements(RatingChanges)
@Injectable()
export class AdoptedEffects implements RatingChanges {
  async adopted(reader: Reader, competitionId: string): Promise<AdoptedChange[]> {
    const rows = await reader.rows<Carried>(
      `select m.id as "sourceId", m.number, n.number as session, w.carried_at as "signedAt", w.effect
         from complaints.complaint m
         join complaints.answer w on w.complaint_id = m.id and w.is_adopted and w.effect is not null
         join sessions.v_session n on n.id = w.session_id
        where m.competition_id = $1 order by w.carried_at, m.id`,
      [competitionId],
    );
    return rows
      .map(({ sourceId, number, session, signedAt, effect }) => ({
        ...{ sourceId, source: phrase('uk', 'complaints:source', { number }) },
        minutes: { number: session, signedAt },
        rows: effect
          .filter(({ before, after }) => before.amountKop !== after.amountKop)
          .map(({ applicationId, after }) => ({ applicationId, place: after.place, amountKop: after.amountKop })),
      }))
      .filter((change) => change.rows.length > 0);
  }
}
