import { shareCompetition, type CompetitionRow } from '#libs/competitions';
import { demand } from '#libs/platform/access';
import type { Reader, Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { envelopePolicy } from '../access/envelope.policy.js';
import { ENVELOPE_COLUMNS, ENVELOPE_FROM, isLate, type EnvelopeRow } from '../model/envelope.js';
import type { EnvelopeSubject } from '../model/envelope.lifecycle.js';

/** @throws NotFound also when the envelope is of another competition */
export async function envelopeById(reader: Reader, competitionId: string, id: string, lock = ''): Promise<EnvelopeRow> {
  const row = await reader.one<EnvelopeRow>(
    `select ${ENVELOPE_COLUMNS} ${ENVELOPE_FROM} where e.id = $1 and e.competition_id = $2 ${lock}`,
    [id, competitionId],
  );
  if (!row) throw new NotFound();
  return row;
}

/** The competition shared, then the envelope locked as the page showed it, for an officer who works with it. */
export async function lockEnvelope(
  tx: Tx,
  competitionId: string,
  { id, version }: { id: string; version: number },
): Promise<{ envelope: EnvelopeRow; competition: CompetitionRow; subject: EnvelopeSubject }> {
  const competition = await shareCompetition(tx, competitionId);
  demand(envelopePolicy, 'see', tx.actor, competition);
  demand(envelopePolicy, 'register', tx.actor, competition);
  const envelope = await envelopeById(tx, competitionId, id, 'for update of e');
  if (envelope.version !== version) throw new Conflict('applications.envelope-stale');
  return { envelope, competition, subject: subjectOf(envelope, competition, tx.actor.personId) };
}

export const subjectOf = (
  envelope: EnvelopeRow,
  competition: CompetitionRow,
  actorId: string | null,
): EnvelopeSubject => ({
  competitionState: competition.state,
  isLate: isLateFor(envelope, competition),
  typedBy: envelope.typedBy,
  actorId,
});

/** By the closing as it is now: an extension of the reception counts for envelopes too (rule 17). */
export const isLateFor = (
  envelope: Pick<EnvelopeRow, 'receivedAt' | 'channel' | 'postmarkOn'>,
  { closesAt, ruleSet }: Pick<CompetitionRow, 'closesAt' | 'ruleSet'>,
): boolean => isLate(envelope, { closesAt: closesAt!, postCountedBy: ruleSet?.slots.postCountedBy?.value ?? null });
