import { Injectable } from '@nestjs/common';
import { competitionSettings, type CompetitionSettings } from '#libs/competitions';
import { findDocument, type StoredDocument } from '#libs/documents';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { whyScoringIsClosed } from '../model/sheet.js';
import { lastDay } from './last-day.js';
import {
  demandHandling,
  ownPaper,
  paperById,
  paperScores,
  papersOf,
  type PaperScore,
  type PaperSheet,
} from './read-paper.js';

export interface PaperRoomView {
  competition: CompetitionSettings;
  papers: PaperSheet[];
  mayEnter: boolean;
  /** Why nothing can be entered now, as a code; null = it can. */
  closedBecause: string | null;
}

/** What is needed to enter one: who still owes a sheet, and of which proposals. */
export interface PaperToEnter extends PaperRoomView {
  scorers: { value: string; text: string }[];
  proposals: { value: string; text: string }[];
  /** Entered before and given back; null for a new one. */
  before: (PaperSheet & { scores: PaperScore[] }) | null;
}

export interface PaperView {
  competition: CompetitionSettings;
  paper: PaperSheet;
  scores: PaperScore[];
  /** It waits, and this person may confirm it or give it back. */
  canCheck: boolean;
}

/** Sheets signed on paper at a session: who entered and who checked them. Points are seen by who may handle them alone. */
@Injectable()
export class PaperRoom {
  constructor(private readonly db: Database) {}

  async list(ctx: Context, competitionId: string): Promise<PaperRoomView> {
    const competition = await competitionSettings(this.db, competitionId);
    demand(evaluationPolicy, 'check-paper', ctx.actor, competition);
    const { state: competitionState, scoringFrom } = competition;
    const scoringUntil = await lastDay(this.db, competition);
    return {
      competition,
      papers: await papersOf(this.db, competitionId),
      mayEnter: evaluationPolicy['enter-paper'].allows(ctx.actor, competition),
      closedBecause: whyScoringIsClosed({ now: ctx.now, competitionState, scoringFrom, scoringUntil }),
    };
  }

  async toEnter(ctx: Context, competitionId: string, beforeId: string | null): Promise<PaperToEnter> {
    const view = await this.list(ctx, competitionId);
    demand(evaluationPolicy, 'enter-paper', ctx.actor, view.competition);
    const { scorers, proposals } = (await this.db.one<Pick<PaperToEnter, 'scorers' | 'proposals'>>(OWED, [
      competitionId,
      ctx.actor.personId,
    ]))!;
    return { ...view, scorers, proposals, before: beforeId === null ? null : await this.before(ctx, view, beforeId) };
  }

  private async before(ctx: Context, { competition }: PaperRoomView, id: string): Promise<PaperToEnter['before']> {
    const paper = await paperById(this.db, competition.id, id);
    await demandHandling(this.db, ctx.actor, competition, paper);
    return { ...paper, scores: await paperScores(this.db, id) };
  }

  async one(ctx: Context, competitionId: string, paperId: string): Promise<PaperView> {
    const competition = await competitionSettings(this.db, competitionId);
    demand(evaluationPolicy, 'check-paper', ctx.actor, competition);
    const paper = await paperById(this.db, competitionId, paperId);
    await demandHandling(this.db, ctx.actor, competition, paper);
    const canCheck = paper.state === 'entered' && paper.enteredBy !== ctx.actor.personId;
    return { competition, paper, scores: await paperScores(this.db, paperId), canCheck };
  }

  async own(ctx: Context, competitionId: string, paperId: string): Promise<PaperView> {
    const competition = await competitionSettings(this.db, competitionId);
    demand(evaluationPolicy, 'score', ctx.actor, competition);
    const paper = await ownPaper(this.db, paperId, ctx.actor.personId);
    return { competition, paper, scores: await paperScores(this.db, paperId), canCheck: paper.state === 'entered' };
  }

  /** The signed paper of what the reader may see. */
  async scan({ paper }: PaperView): Promise<StoredDocument> {
    return findDocument(this.db, paper.documentId);
  }
}

const OWED = `
  with owed as (
    select a.person_id, a.application_id
      from evaluation.assignment a left join evaluation.score_sheet s on s.assignment_id = a.id
     where a.competition_id = $1 and a.ended_at is null and s.state is distinct from 'signed' and a.person_id <> $2)
  select coalesce((select json_agg(json_build_object('value', p.id, 'text', p.full_name) order by p.full_name collate "uk-x-icu")
                     from identity.v_person p where p.id in (select person_id from owed)), '[]') as scorers,
         coalesce((select json_agg(json_build_object('value', v.id, 'text', v.register_code || ' ' || v.title) order by v.register_code)
                     from applications.v_application v where v.id in (select application_id from owed)), '[]') as proposals`;
