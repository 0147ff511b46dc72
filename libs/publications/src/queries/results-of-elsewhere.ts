import { Injectable } from '@nestjs/common';
import { withoutPersonalData } from '#libs/identity';
import { competitionByCode, type CompetitionRow } from '#libs/competitions';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AskedList, Found } from '#libs/platform/http';
import { toSafeInteger } from '#libs/platform/money';
import type { ResultOutcome } from '#libs/registers';

/** A proposal of a call that ran elsewhere, as everybody may see it. */
export interface ElsewhereResult {
  id: string;
  edrpou: string;
  organisationName: string;
  title: string;
  votes: number | null;
  points: number | null;
  place: number | null;
  outcome: ResultOutcome | null;
  amountKop: number | null;
  sourceTitle: string;
  /** Kyiv day. */
  sourceOn: string;
  sourceBy: string;
}

type RawResult = Omit<ElsewhereResult, 'amountKop'> & { amountKop: string | null };

/** What was imported from elsewhere for a competition; public, each row with its source (rule 53). */
@Injectable()
export class ResultsOfElsewhere {
  constructor(private readonly db: Database) {}

  /** @throws NotFound for a rehearsal, or while nothing was imported and neither the call nor a vote of citizens runs elsewhere */
  async competition(code: string): Promise<CompetitionRow> {
    const competition = await competitionByCode(this.db, code);
    const { elsewhereName, voteName } = competition;
    const isShown = elsewhereName !== null || voteName !== null || (await this.count(competition.id)) > 0;
    if (competition.isRehearsal || !isShown) throw new NotFound();
    return competition;
  }

  async list({ id }: CompetitionRow, asked: AskedList<ElsewhereResult>): Promise<Found<ElsewhereResult>> {
    const found = await asked.find<RawResult>(
      this.db,
      `select r.id, r.edrpou, r.organisation_name as "organisationName", r.title, r.votes,
              r.points_hundredths / 100.0::float8 as points, r.place, r.outcome, r.amount_kop as "amountKop",
              r.source_title as "sourceTitle", r.source_on::text as "sourceOn", r.source_by as "sourceBy"
         from registers.v_result r where r.competition_id = $1`,
      [id],
    );
    return { ...found, rows: found.rows.map((row) => shown(row)) };
  }

  async count(competitionId: string): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      'select count(*)::int as count from registers.v_result where competition_id = $1',
      [competitionId],
    );
    return row!.count;
  }
}

/** What people have typed loses e-mails, phones and tax numbers (rule 55). */
const shown = ({ title, organisationName, amountKop, ...row }: RawResult): ElsewhereResult => ({
  ...row,
  title: withoutPersonalData(title),
  organisationName: withoutPersonalData(organisationName),
  amountKop: amountKop === null ? null : toSafeInteger(amountKop),
});
