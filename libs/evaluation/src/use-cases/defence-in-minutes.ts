import { Injectable } from '@nestjs/common';
import { longDateTime } from '#libs/platform/clock';
import type { Tx } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { MinutesNotes, type MinutesNote, type SessionRow } from '#libs/sessions';

interface Heard {
  registerCode: string;
  organisationName: string;
  startsAt: Date;
  state: 'attended' | 'missed';
  questions: string;
  moveReason: string | null;
  recused: string[];
}

const t = (key: string, data: Record<string, unknown> = {}) => phrase('uk', `evaluation:defence.protocol.${key}`, data);

/**
 * The next minutes of the commission say how each defence went: who came, what was asked, who took no part. Once they are
 * being signed nothing of it is changed any more. Names of presenters are not in them.
 */
@Implements(MinutesNotes)
@Injectable()
export class DefenceInMinutes implements MinutesNotes {
  async of(tx: Tx, session: SessionRow): Promise<MinutesNote[]> {
    await tx.change(
      `update evaluation.defence_slot set session_id = $2
        where competition_id = $1 and state <> 'planned' and session_id is null and noted_at <= $3`,
      [session.scopeId, session.id, session.closedAt],
    );
    const heard = await tx.rows<Heard>(HEARD, [session.scopeId, session.id]);
    return heard.map((one) => ({
      lead: t('lead', { code: one.registerCode, organisation: one.organisationName }),
      text: [
        t(one.state, { at: longDateTime(one.startsAt, 'uk') }),
        ...(one.moveReason ? [t('moved', { reason: one.moveReason })] : []),
        ...(one.questions ? [t('questions', { text: one.questions })] : []),
        ...(one.recused.length > 0 ? [t('recused', { names: one.recused.join(', ') })] : []),
      ].join(' '),
    }));
  }
}

const HEARD = `
  select v.register_code as "registerCode", v.organisation_short_name as "organisationName", s.starts_at as "startsAt",
         s.state, s.questions, s.move_reason as "moveReason",
         coalesce((select array_agg(p.full_name order by p.full_name collate "uk-x-icu")
                     from evaluation.conflict_declaration d join identity.v_person p on p.id = d.person_id
                    where d.application_id = s.application_id and d.kind <> 'none'), '{}') as recused
    from evaluation.defence_slot s join applications.v_application v on v.id = s.application_id
   where s.competition_id = $1 and s.session_id = $2 order by s.starts_at, v.register_code`;
