import { Injectable } from '@nestjs/common';
import type { Quarter } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput, NotFound, type FieldError } from '#libs/platform/errors';
import type { AnswerContent, ConsultationRow } from '../model/answer.js';
import { answerLifecycle, type AnswerState } from '../model/answer.lifecycle.js';
import { answersSent } from '../model/plan.facts.js';
import { answerSheet, type SheetLine } from '../queries/answer-sheet.js';
import { ClerkSheet } from '../queries/clerk-sheet.js';
import { lockPlan, PLAN_SELECT, takeTurn, type PlanRow } from '../queries/find-plan.js';
import { beginInstance } from './lock-instance.js';

export interface AnswerInput extends AnswerContent {
  sliceId: string;
  /** Where it and its rows stood in the form: nothing is said of some measures, and some rows are empty. */
  place?: { answer: number; rows: readonly number[] };
}

/** How answers came: by the link, in a letter that the officer typed in, in a file. */
export interface AnswerSource {
  channel: 'link' | 'letter' | 'file';
  letter: { number: string; on: string } | null;
}

/** What a body says about its quarter: kept as a draft, or sent. */
@Injectable()
export class SaveAnswers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clerk: ClerkSheet,
  ) {}

  /** By the link, without an account. */
  byLink(ctx: Context, token: string, answers: readonly AnswerInput[], isSent: boolean): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const link = await this.clerk.link(tx, token);
      await takeTurn(tx, link.planId);
      const plan = await tx.one<PlanRow>(`${PLAN_SELECT} where p.id = $1`, [link.planId]);
      await save(tx, plan!, link.bodyId, link.quarter, answers, isSent, { channel: 'link', letter: null });
    });
  }

  /** By the officer, from a letter or a file: what a body has written is sent and accepted. */
  byOfficer(
    ctx: Context,
    planId: string,
    bodyId: string,
    quarter: Quarter,
    answers: readonly AnswerInput[],
    source: AnswerSource,
  ): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const plan = await lockPlan(tx, planId);
      await save(tx, plan, bodyId, quarter, answers, true, source);
    });
  }
}

async function save(
  tx: Tx,
  plan: PlanRow,
  bodyId: string,
  quarter: Quarter,
  answers: readonly AnswerInput[],
  isSent: boolean,
  source: AnswerSource,
): Promise<void> {
  const sheet = await answerSheet(tx, plan, bodyId, quarter);
  if (sheet.isClosed) throw new Conflict('plan.quarter-closed');
  const problems = answers.flatMap((answer, index) =>
    faults(answer, `answers[${answer.place?.answer ?? index}]`, isSent),
  );
  if (isSent && answers.length === 0) problems.push({ field: '', code: 'plan.nothing-said' });
  if (problems.length > 0) throw new InvalidInput(problems);
  for (const answer of answers) {
    const line = sheet.lines.find(({ sliceId }) => sliceId === answer.sliceId);
    if (!line) throw new NotFound();
    // What was accepted stays; the form shows it, and may send it back unchanged.
    if (source.channel === 'link' && line.answer?.state === 'accepted') continue;
    await write(tx, bodyId, line, answer, isSent, source);
    if (isSent) await beginInstance(tx, line.instanceId);
  }
  if (isSent)
    tx.record(answersSent, {
      subjectId: bodyId,
      scopeId: plan.id,
      particulars: { quarter, answers: answers.length, held: answers.filter((one) => one.wasHeld).length, ...source },
    });
}

function faults(answer: AnswerInput, at: string, isSent: boolean): FieldError[] {
  const { wasHeld, narrative, events, people, organisations, rows, place } = answer;
  const found = rows.flatMap((row, index) =>
    rowFaults(row as ConsultationRow, `${at}[rows][${place?.rows[index] ?? index}]`),
  );
  const saysNothing = [narrative, events, people, organisations].every((value) => value === null) && rows.length === 0;
  if (isSent && wasHeld && saysNothing) found.push({ field: `${at}[narrative]`, code: 'plan.say-something' });
  return found;
}

function rowFaults(row: ConsultationRow, at: string): FieldError[] {
  const checks: [boolean, string, string][] = [
    [row.title === '', 'title', 'platform.required'],
    [Boolean(row.from && row.until && row.until < row.from), 'until', 'plan.days-turned'],
    [(row.accepted ?? 0) > (row.proposals ?? row.accepted ?? 0), 'accepted', 'plan.more-accepted'],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, field, code]) => ({ field: `${at}[${field}]`, code }));
}

async function write(
  tx: Tx,
  bodyId: string,
  { sliceId, answer: known }: SheetLine,
  answer: AnswerInput,
  isSent: boolean,
  { channel, letter }: AnswerSource,
): Promise<void> {
  const { wasHeld, narrative, events, people, organisations, rows } = answer;
  const said = wasHeld ? [events, people, organisations, JSON.stringify(rows)] : [null, null, null, '[]'];
  const by = [channel, letter?.number ?? null, letter?.on ?? null, tx.actor.personId, isSent ? tx.now : null];
  await tx.change(
    `insert into plan.answer (id, slice_id, body_id, state, was_held, narrative, events, people, organisations, rows,
                              channel, letter, letter_on, entered_by, submitted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (slice_id, body_id) do update
       set state = $4, was_held = $5, narrative = $6, events = $7, people = $8, organisations = $9, rows = $10,
           channel = $11, letter = $12, letter_on = $13, entered_by = $14,
           submitted_at = coalesce($15, plan.answer.submitted_at), version = plan.answer.version + 1`,
    [
      newId(),
      sliceId,
      bodyId,
      stateAfter(known?.state ?? 'draft', isSent, channel),
      wasHeld,
      narrative,
      ...said,
      ...by,
    ],
  );
}

/** Sent and, where the officer typed it in and so has read it, accepted. A draft of what was sent stays sent. */
function stateAfter(state: AnswerState, isSent: boolean, channel: AnswerSource['channel']): AnswerState {
  if (!isSent) return state;
  // What was accepted is typed in anew only by the officer: given back to herself first.
  const open = state === 'accepted' ? answerLifecycle.next(state, 'return', { reason: channel }) : state;
  const sent = answerLifecycle.next(open, 'submit', {});
  return channel === 'link' ? sent : answerLifecycle.next(sent, 'accept', {});
}
