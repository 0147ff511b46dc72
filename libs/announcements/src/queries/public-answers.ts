import { Injectable } from '@nestjs/common';
import { competitionByCode, correctionsOf, type CompetitionRow, type CorrectionRow } from '#libs/competitions';
import { withoutPersonalData } from '#libs/identity';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';

export interface PublicAnswer {
  number: number;
  wording: string;
  answer: string;
  answeredAt: Date;
}

/** What everybody reads beside an announcement: answered questions, never how they were asked or by whom. */
@Injectable()
export class PublicAnswers {
  constructor(private readonly db: Database) {}

  /** @throws NotFound for a draft or an unknown code */
  competition(code: string): Promise<CompetitionRow> {
    return competitionByCode(this.db, code);
  }

  async list({ id }: CompetitionRow, asked: AskedList<PublicAnswer>): Promise<Found<PublicAnswer>> {
    const found = await asked.find<PublicAnswer>(
      this.db,
      `select number, wording, answer, closed_at as "answeredAt" from announcements.inquiry
        where competition_id = $1 and state = 'answered'`,
      [id],
    );
    return { ...found, rows: found.rows.map((row) => shown(row)) };
  }

  /** Slips in answers, mended beside them, newest first. */
  async corrections({ id }: CompetitionRow): Promise<CorrectionRow[]> {
    return (await correctionsOf(this.db, id)).filter(({ subject }) => subject === 'answer');
  }
}

/** rule 55, also for answers of the time when the form did not look. */
const shown = ({ wording, answer, ...row }: PublicAnswer): PublicAnswer => ({
  ...row,
  wording: withoutPersonalData(wording),
  answer: withoutPersonalData(answer),
});
