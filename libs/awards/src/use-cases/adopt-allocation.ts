import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { Implements } from '#libs/platform/ports';
import { directorAwards, shareCompetition } from '#libs/competitions';
import { DecisionHandler, type Decision, type SessionRow } from '#libs/sessions';
import { adoptedLine } from '../model/adopted-line.js';
import { AWARD, proposedLine } from '../model/agenda.js';
import { lineAdopted } from '../model/award.facts.js';
import { putLines, type Line } from './put-lines.js';

/** Signed minutes put the decisions of an award session into effect (rule 52). */
@Implements(DecisionHandler)
@Injectable()
export class AdoptAllocation implements DecisionHandler {
  readonly kind = AWARD;

  async apply(tx: Tx, session: SessionRow, decisions: readonly Decision[]): Promise<void> {
    const competition = await shareCompetition(tx, session.scopeId);
    if (competition.state !== 'rated') throw new Conflict('awards.not-rated');
    // Where the director distributes the money, the vote is advice; his order reads it from the minutes.
    if (directorAwards(competition)) return;
    const lines = decisions.flatMap(lineOf);
    await putLines(tx, competition, lines);
    for (const { applicationId, place, outcome, amountKop, reason } of lines)
      tx.record(lineAdopted, {
        subjectId: applicationId,
        scopeId: competition.id,
        particulars: { place, outcome, amountKop, reason, sessionId: session.id },
      });
  }
}

function lineOf({ item, result }: Decision): Line[] {
  const proposed = proposedLine(item.payload);
  const line = adoptedLine(proposed, result);
  return line ? [{ ...line, applicationId: item.subjectId, itemId: item.id, place: proposed.place }] : [];
}
