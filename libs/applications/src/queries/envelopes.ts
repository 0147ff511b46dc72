import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import { envelopePolicy } from '../access/envelope.policy.js';
import { ENVELOPE_COLUMNS, ENVELOPE_FROM, type EnvelopeRow, type EnvelopeState } from '../model/envelope.js';
import { isLateFor } from '../use-cases/lock-envelope.js';

export type ListedEnvelope = EnvelopeRow & { isLate: boolean };

export interface EnvelopeRegister {
  competition: CompetitionRow;
  found: Found<ListedEnvelope>;
  mayRegister: boolean;
}

/** The register of envelopes of a competition: who sent them, when and how they came, how far each is. */
@Injectable()
export class Envelopes {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string, asked: AskedList<ListedEnvelope>): Promise<EnvelopeRegister> {
    const competition = await competitionById(this.db, competitionId);
    demand(envelopePolicy, 'see', ctx.actor, competition);
    const found = await asked.find<EnvelopeRow>(
      this.db,
      `select ${ENVELOPE_COLUMNS} ${ENVELOPE_FROM} where e.competition_id = $1`,
      [competitionId],
    );
    const rows = found.rows.map((row) => ({ ...row, isLate: isLateFor(row, competition) }));
    return { competition, found: { ...found, rows }, mayRegister: mayRegister(ctx, competition) };
  }
}

export const mayRegister = (ctx: Context, competition: CompetitionRow): boolean =>
  ['announced', 'admission'].includes(competition.state) && envelopePolicy.register.allows(ctx.actor, competition);

const UNFINISHED: readonly EnvelopeState[] = ['sealed', 'typing', 'checking'];

/** Envelopes in time that are not yet a proposal, nor set aside; before the opening all of them. */
export async function waitingEnvelopes(reader: Reader, competition: CompetitionRow): Promise<EnvelopeRow[]> {
  const rows = await reader.rows<EnvelopeRow>(
    `select ${ENVELOPE_COLUMNS} ${ENVELOPE_FROM}
      where e.competition_id = $1 and e.state = any($2) order by e.register_code`,
    [competition.id, UNFINISHED],
  );
  return rows.filter((row) => !isLateFor(row, competition));
}
