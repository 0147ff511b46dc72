import { Injectable } from '@nestjs/common';
import { competitionByCode, type CompetitionRow } from '#libs/competitions';
import { withoutPersonalData } from '#libs/identity';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AskedList, Found } from '#libs/platform/http';
import type { Decision, Ground, Outcome } from '../model/complaint.js';
import type { EffectRow } from '../model/effect.js';
import { namedEffect, type NamedEffect } from './effect-in-words.js';

export interface PublishedComplaint {
  id: string;
  number: string;
  receivedOn: string;
  decision: Decision;
  ground: Ground;
  organisationName: string;
  title: string;
  outcome: Outcome | 'open';
  answeredOn: string | null;
  competitionCode: string;
}

export interface PublishedAnswer extends PublishedComplaint {
  words: string;
  answerNumber: string;
  effect: NamedEffect[];
  sessionNumber: number | null;
  isAdopted: boolean | null;
}

const WHERE = `where m.competition_id = $1 and m.state <> 'withdrawn'`;
const ROWS = `
  select m.id, m.number, m.received_on::text as "receivedOn", m.decision, m.ground,
         a.organisation_name as "organisationName", a.title,
         case when m.state = 'answered' then w.outcome else 'open' end as outcome,
         (w.signed_at at time zone 'Europe/Kyiv')::date::text as "answeredOn", c.code as "competitionCode"
    from complaints.complaint m
    join competitions.v_competition c on c.id = m.competition_id
    join applications.v_application a on a.id = m.application_id
    left join complaints.answer w on w.complaint_id = m.id and w.signed_at is not null`;

/** Complaints about a competition for everybody: answers without personal data (rule 55), never what was complained of. */
@Injectable()
export class PublishedComplaints {
  constructor(private readonly db: Database) {}

  async ofCompetition(
    code: string,
    asked: AskedList<PublishedComplaint>,
  ): Promise<{ competition: CompetitionRow; found: Found<PublishedComplaint> }> {
    const competition = await competitionByCode(this.db, code);
    const found = await asked.find(this.db, `${ROWS} ${WHERE}`, [competition.id]);
    const rows = found.rows.map((row) => ({ ...row, title: withoutPersonalData(row.title) }));
    return { competition, found: { ...found, rows } };
  }

  /** @throws NotFound before the answer is signed */
  async one(ctx: Context, code: string, id: string): Promise<PublishedAnswer & { competition: CompetitionRow }> {
    const competition = await competitionByCode(this.db, code);
    const row = await this.db.one<PublishedAnswer & { rows: EffectRow[] | null }>(
      `select q.*, w.words, w.number as "answerNumber", w.effect as rows, n.number as "sessionNumber", w.is_adopted as "isAdopted"
         from (${ROWS} ${WHERE} and m.id = $2 and m.state = 'answered') q
         join complaints.answer w on w.complaint_id = q.id
         left join sessions.v_session n on n.id = w.session_id`,
      [competition.id, id],
    );
    if (!row) throw new NotFound();
    const { rows, ...answer } = row;
    return {
      ...answer,
      competition,
      title: withoutPersonalData(answer.title),
      words: withoutPersonalData(answer.words),
      effect: await namedEffect(this.db, rows ?? [], ctx.lang),
    };
  }
}
