import { Injectable } from '@nestjs/common';
import { competitionSettings, type CompetitionSettings } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { evaluationPolicy } from '../access/evaluation.policy.js';

export interface Annulment {
  id: string;
  sheetId: string;
  scorerName: string;
  registerCode: string;
  title: string;
  ground: string;
  writeUntil: Date | null;
  sessionId: string;
  sessionNumber: number;
  sessionState: string;
  outcome: 'annulled' | 'kept' | 'no-quorum' | 'withdrawn' | null;
  decidedAt: Date | null;
}

export interface AnnulmentsView {
  competition: CompetitionSettings;
  annulments: Annulment[];
  /** Signed sheets that may be put to the vote: whose, and of which proposal; never the points (rule 42). */
  sheets: { value: string; text: string }[];
  isScoring: boolean;
}

const SHOWN = 200;
const SHEETS_MAX = 2_000;

/** Signed sheets that are put to the vote, and what became of it. */
@Injectable()
export class ReadAnnulments {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string): Promise<AnnulmentsView> {
    const competition = await competitionSettings(this.db, competitionId);
    demand(evaluationPolicy, 'annul', ctx.actor, competition);
    const isScoring = competition.state === 'scoring';
    return {
      ...{ competition, isScoring },
      annulments: await annulmentsOf(this.db, competitionId),
      sheets: isScoring ? await signedSheets(this.db, competitionId) : [],
    };
  }
}

const annulmentsOf = (reader: Reader, competitionId: string): Promise<Annulment[]> =>
  reader.rows<Annulment>(
    `select a.id, a.sheet_id as "sheetId", p.full_name as "scorerName", v.register_code as "registerCode", v.title, a.ground,
            a.write_until as "writeUntil", a.session_id as "sessionId", n.number as "sessionNumber", n.state as "sessionState",
            a.outcome, a.decided_at as "decidedAt"
       from evaluation.sheet_annulment a
       join evaluation.score_sheet s on s.id = a.sheet_id
       join identity.v_person p on p.id = s.person_id
       join applications.v_application v on v.id = s.application_id
       join sessions.v_session n on n.id = a.session_id
      where a.competition_id = $1 order by a.asked_at desc, a.id limit ${SHOWN}`,
    [competitionId],
  );

const signedSheets = (reader: Reader, competitionId: string): Promise<AnnulmentsView['sheets']> =>
  reader.rows<AnnulmentsView['sheets'][number]>(
    `select s.id as value, p.full_name || ' – ' || v.register_code || ' ' || v.title as text
       from evaluation.score_sheet s
       join identity.v_person p on p.id = s.person_id
       join applications.v_application v on v.id = s.application_id
      where s.competition_id = $1 and s.state = 'signed'
        and not exists (select from evaluation.sheet_annulment a where a.sheet_id = s.id and a.decided_at is null)
      order by p.full_name collate "uk-x-icu", v.register_code limit ${SHEETS_MAX}`,
    [competitionId],
  );
