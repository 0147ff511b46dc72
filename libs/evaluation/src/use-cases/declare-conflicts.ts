import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput, type FieldError } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import {
  CONFLICT_KINDS,
  CONFLICT_REASON_MAX,
  DECLARING_STATES,
  whyNotDeclared,
  type Declaration,
} from '../model/conflict.js';
import { conflictsDeclared } from '../model/evaluation.facts.js';
import type { DeclaredLink } from '../model/conflict-question.js';
import { proposalsToDeclare, type ProposalToDeclare } from '../queries/proposals-to-declare.js';
import { findConflicts } from './find-conflicts.js';
import { Recuse } from './recuse.js';

/**
 * A member or expert declares, for every proposal in one act, whether there is a conflict of interest (rule 31).
 * Only then files open. A conflict declared later takes the work away and closes the file in the same transaction.
 */
@Injectable()
export class DeclareConflicts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly recuse: Recuse,
  ) {}

  /** `links`: the person’s own, instead of all that were declared before; null = they stay. */
  execute(
    ctx: Context,
    competitionId: string,
    declarations: readonly Declaration[],
    links: readonly DeclaredLink[] | null = null,
  ): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'declare', tx.actor, competition);
      if (!DECLARING_STATES.includes(competition.state)) throw new Conflict('evaluation.not-declaring-now');
      const proposals = await proposalsToDeclare(tx, competitionId, tx.actor.personId!);
      refuseWrong(competition, proposals, declarations);
      const changed = changedOf(proposals, declarations);
      await save(tx, competitionId, changed);
      const conflicting = changed.filter(({ kind }) => kind !== 'none');
      await answerOwnQuestions(tx, conflicting);
      if (links) await saveLinks(tx, links);
      await findConflicts(tx, competitionId, tx.actor.personId);
      const ids = conflicting.map(({ applicationId }) => applicationId);
      await this.recuse.within(tx, competition, tx.actor.personId!, ids);
    });
  }
}

function refuseWrong(
  competition: CompetitionRow,
  proposals: readonly ProposalToDeclare[],
  declarations: readonly Declaration[],
): void {
  const given = new Map(declarations.map((one) => [one.applicationId, one]));
  const problems = proposals.flatMap((proposal) =>
    problemsOf(competition, proposal, given.get(proposal.applicationId)),
  );
  if (problems.length > 0) throw new InvalidInput(problems);
}

function problemsOf(
  competition: CompetitionRow,
  proposal: ProposalToDeclare,
  given: Declaration | undefined,
): FieldError[] {
  const id = proposal.applicationId;
  const title = proposal.registerCode;
  if (!given && proposal.kind !== null) return [];
  if (!given || !CONFLICT_KINDS.includes(given.kind))
    return [{ field: `kinds[${id}]`, code: 'evaluation.declare-each', data: { title } }];
  const { kind: declared, hasSignedSheet, isUpheld } = proposal;
  const subject = { declared, hasSignedSheet, isUpheld, competitionState: competition.state };
  const reason = whyNotDeclared(given.kind, subject);
  if (reason) return [{ field: `kinds[${id}]`, code: reason, data: { title } }];
  if (given.kind !== 'none' && given.reason === '')
    return [{ field: `reasons[${id}]`, code: 'evaluation.conflict-reason', data: { title } }];
  if (given.reason.length > CONFLICT_REASON_MAX)
    return [{ field: `reasons[${id}]`, code: 'platform.too-long', data: { max: CONFLICT_REASON_MAX } }];
  return [];
}

/** Only what is new; a reason is kept for a conflict alone. */
function changedOf(proposals: readonly ProposalToDeclare[], declarations: readonly Declaration[]): Declaration[] {
  const known = new Map(proposals.map((one) => [one.applicationId, one]));
  return declarations
    .filter(({ applicationId }) => known.has(applicationId))
    .map((one) => (one.kind === 'none' ? { ...one, reason: '' } : one))
    .filter(({ applicationId, kind, reason }) => {
      const had = known.get(applicationId)!;
      return had.kind !== kind || had.reason !== reason;
    });
}

async function save(tx: Tx, competitionId: string, changed: readonly Declaration[]): Promise<void> {
  if (changed.length === 0) return;
  await tx.change(
    `insert into evaluation.conflict_declaration (application_id, person_id, competition_id, kind, reason, declared_at)
     select application_id, $1, $2, kind, reason, $3
       from unnest($4::uuid[], $5::text[], $6::text[]) as one (application_id, kind, reason)
     on conflict (application_id, person_id) do update
       set kind = excluded.kind, reason = excluded.reason, declared_at = excluded.declared_at`,
    [
      tx.actor.personId,
      competitionId,
      tx.now,
      changed.map(({ applicationId }) => applicationId),
      changed.map(({ kind }) => kind),
      changed.map(({ reason }) => reason),
    ],
  );
  tx.record(conflictsDeclared, {
    subjectId: tx.actor.personId!,
    scopeId: competitionId,
    particulars: { declared: changed.map(({ applicationId, kind }) => [applicationId, kind]) },
    personal: { reasons: Object.fromEntries(changed.map(({ applicationId, reason }) => [applicationId, reason])) },
  });
}

/** A conflict that the person declares answers what was asked about it. */
async function answerOwnQuestions(tx: Tx, declared: readonly Declaration[]): Promise<void> {
  for (const { applicationId, reason } of declared)
    await tx.change(
      `update evaluation.conflict_question set state = 'upheld', decided_by = $2, decided_at = $3, decision_reason = $4
        where application_id = $1 and person_id = $2 and state = 'open'`,
      [applicationId, tx.actor.personId, tx.now, reason],
    );
}

async function saveLinks(tx: Tx, links: readonly DeclaredLink[]): Promise<void> {
  await tx.change('delete from evaluation.declared_link where person_id = $1', [tx.actor.personId]);
  await tx.change(
    `insert into evaluation.declared_link (person_id, kind, line, edrpou)
     select $1, * from unnest($2::text[], $3::text[], $4::text[])`,
    [
      tx.actor.personId,
      links.map(({ kind }) => kind),
      links.map(({ line }) => line),
      links.map(({ edrpou }) => edrpou),
    ],
  );
}
