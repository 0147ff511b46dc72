import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import type { PdfModel } from '#libs/documents';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { admissionPolicy } from '../access/admission.policy.js';
import { ENVELOPE_COLUMNS, ENVELOPE_FROM, type EnvelopeRow } from '../model/envelope.js';
import { OPENING_ACTS_MAX, type Opened } from '../model/opening-act.js';
import { isLateFor } from '../use-cases/lock-envelope.js';

export interface MadeAct {
  number: number;
  madeAt: Date;
  madeByName: string;
}

/** The minutes of the opening of a competition, the last ones first. */
@Injectable()
export class OpeningActs {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string) {
    const competition = await competitionById(this.db, competitionId);
    demand(admissionPolicy, 'see', ctx.actor, competition);
    const acts = await this.db.rows<MadeAct>(
      `select o.number, o.made_at as "madeAt", p.full_name as "madeByName"
         from applications.opening_act o join identity.v_person p on p.id = o.made_by
        where o.competition_id = $1 order by o.number desc limit ${OPENING_ACTS_MAX}`,
      [competitionId],
    );
    return { competition, acts, mayMake: admissionPolicy.prepare.allows(ctx.actor, competition) };
  }

  /** @throws NotFound */
  async paper(ctx: Context, competitionId: string, number: number): Promise<PdfModel> {
    demand(admissionPolicy, 'see', ctx.actor, await competitionById(this.db, competitionId));
    const row = await this.db.one<{ paper: PdfModel & { issuedAt: string } }>(
      'select paper from applications.opening_act where competition_id = $1 and number = $2',
      [competitionId, number],
    );
    if (!row) throw new NotFound();
    return { ...row.paper, issuedAt: new Date(row.paper.issuedAt) };
  }
}

/** Everything that had come by the opening, as the register has it: through the portal and on paper. */
export async function openedOf(reader: Reader, competition: CompetitionRow): Promise<Opened[]> {
  const online = await reader.rows<Omit<Opened, 'isLate'>>(
    `select a.register_code as "registerCode", a.organisation_name as "from", a.submitted_at as "receivedAt",
            null as channel
       from applications.v_application a
      where a.competition_id = $1 and a.state not in ('draft', 'withdrawn')
        and not exists (select from applications.envelope e where e.application_id = a.id)`,
    [competition.id],
  );
  const paper = await reader.rows<EnvelopeRow>(
    `select ${ENVELOPE_COLUMNS} ${ENVELOPE_FROM} where e.competition_id = $1`,
    [competition.id],
  );
  const all = [
    ...online.map((one) => ({ ...one, isLate: false })),
    ...paper.map((one) => ({
      ...{ registerCode: one.registerCode, from: one.sender, receivedAt: one.receivedAt, channel: one.channel },
      isLate: isLateFor(one, competition),
    })),
  ];
  return all.sort((a, b) => (a.registerCode < b.registerCode ? -1 : 1));
}
