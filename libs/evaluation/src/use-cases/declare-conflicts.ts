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
import { proposalsToDeclare, type ProposalToDeclare } from '../queries/proposals-to-declare.js';
import { askForRating } from './ask-for-rating.js';
import { endAssignments } from './end-assignments.js';
import { FillQueues } from './fill-queues.js';

/**
 * A member or expert declares, for every proposal in one act, whether there is a conflict of interest (rule 31).
 * Only then files open. A conflict declared later takes the work away and closes the file in the same transaction.
 */
@Injectable()
export class DeclareConflicts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly fillQueues: FillQueues,
  ) {}

  execute(ctx: Context, competitionId: string, declarations: readonly Declaration[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'declare', tx.actor, competition);
      if (!DECLARING_STATES.includes(competition.state)) throw new Conflict('evaluation.not-declaring-now');
      const proposals = await proposalsToDeclare(tx, competitionId, tx.actor.personId!);
      refuseWrong(competition, proposals, declarations);
      const changed = changedOf(proposals, declarations);
      await save(tx, competitionId, changed);
      await this.follow(tx, competition, changed);
    });
  }

  private async follow(tx: Tx, competition: CompetitionRow, changed: readonly Declaration[]): Promise<void> {
    const conflicting = changed.filter(({ kind }) => kind !== 'none').map(({ applicationId }) => applicationId);
    await endAssignments(tx, {
      competitionId: competition.id,
      personId: tx.actor.personId!,
      applicationIds: conflicting,
      reason: 'conflict',
    });
    await this.fillQueues.within(tx, competition);
    await askForRating(tx, competition);
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
  const { kind: declared, hasSignedSheet } = proposal;
  const reason = whyNotDeclared(given.kind, { declared, hasSignedSheet, competitionState: competition.state });
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
