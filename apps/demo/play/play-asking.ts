import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { AnswerInquiry, AskInquiry, NoteInquiry } from '#libs/announcements';
import { competitionById, WriteModelProposal } from '#libs/competitions';
import { Database } from '#libs/platform/database';
import { Stage } from './stage.js';

interface DemoQuestion {
  channel: 'page' | 'phone';
  askedAt: string;
  words: string;
  /** Without an answer it waits on the officer's desk. */
  answeredAt?: string;
  wording?: string;
  answer?: string;
}

const { example, questions } = JSON.parse(readFileSync(new URL('../data/asking.json', import.meta.url), 'utf8')) as {
  example: Record<string, string>;
  questions: DemoQuestion[];
};

/** Addresses kept for examples (RFC 5737): nobody is behind them. */
const NETWORK = '192.0.2.';

/** What stands beside an open call: an example of a good proposal, questions from the page and by telephone, answers. */
@Injectable()
export class PlayAsking {
  constructor(
    private readonly stage: Stage,
    private readonly db: Database,
    private readonly write: WriteModelProposal,
    private readonly ask: AskInquiry,
    private readonly note: NoteInquiry,
    private readonly answerInquiry: AnswerInquiry,
  ) {}

  async example(officer: string, competitionId: string): Promise<void> {
    await this.write.execute(await this.stage.as(officer), competitionId, example);
  }

  /** Each at its own instant; `asker` is somebody who has an account. */
  async questions(officer: string, asker: string, competitionId: string): Promise<void> {
    const { code } = await competitionById(this.db, competitionId);
    for (const [index, question] of questions.entries()) {
      const { channel, words } = question;
      const at = new Date(question.askedAt);
      if (channel === 'phone') await this.note.execute(await this.stage.as(officer, at), competitionId, words);
      else {
        const address = `${NETWORK}${index + 1}`;
        await this.ask.execute(await this.stage.as(asker, at), code!, { words, email: null, address });
      }
      await this.answer(officer, competitionId, question);
    }
  }

  private async answer(officer: string, competitionId: string, question: DemoQuestion): Promise<void> {
    const { answeredAt, wording, answer } = question;
    if (!answeredAt) return;
    const waiting = await this.db.one<{ id: string }>(
      `select id from announcements.inquiry where competition_id = $1 and state = 'asked' order by asked_at limit 1`,
      [competitionId],
    );
    const ctx = await this.stage.as(officer, new Date(answeredAt));
    await this.answerInquiry.execute(ctx, competitionId, waiting!.id, { wording: wording!, answer: answer! });
  }
}
