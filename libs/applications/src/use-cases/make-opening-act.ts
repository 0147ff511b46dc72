import { Injectable } from '@nestjs/common';
import { lockCompetition, proposalsOpened } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { checksumOf } from '#libs/platform/canonical-json';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { admissionPolicy } from '../access/admission.policy.js';
import { openingActMade } from '../model/application.facts.js';
import { OPENING_ACTS_MAX, openingPaper, readPresent } from '../model/opening-act.js';
import { openedOf } from '../queries/opening-acts.js';
import { countProposals } from '../queries/proposals-of-competition.js';

/** Makes the minutes of the opening: who was present, and what had come. Made anew they get the next number. */
@Injectable()
export class MakeOpeningAct {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string, typed: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(admissionPolicy, 'see', tx.actor, competition);
      demand(admissionPolicy, 'prepare', tx.actor, competition);
      const present = readPresent(typed);
      const about = await tx.one<{ name: string; city: string; openedAt: Date | null; number: number }>(
        `select g.name, g.city, (select coalesce(max(number), 0) + 1 from applications.opening_act where competition_id = $1) as number,
                (select max(at) from facts.fact where subject_id = $1 and name = $3) as "openedAt"
           from identity.v_organiser g where g.id = $2`,
        [competitionId, competition.organiserId, proposalsOpened.name],
      );
      const { name, city, openedAt, number } = about!;
      if (openedAt === null) throw new Conflict('applications.not-in-admission');
      if (number > OPENING_ACTS_MAX)
        throw invalidField('present', 'applications.present-enough', { max: OPENING_ACTS_MAX });
      const { withdrawn } = await countProposals(tx, competitionId);
      const paper = openingPaper({
        ...{ number, organiser: { name, city }, openedAt, madeAt: tx.now, present, withdrawn },
        competition: { title: competition.title, code: competition.code!, closesAt: competition.closesAt! },
        opened: await openedOf(tx, competition),
      });
      await tx.change(
        `insert into applications.opening_act (competition_id, number, present, paper, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [competitionId, number, JSON.stringify(present), JSON.stringify(paper), tx.actor.personId, tx.now],
      );
      const particulars = { number, present: present.length, sha256: checksumOf(JSON.parse(JSON.stringify(paper))) };
      tx.record(openingActMade, {
        subjectId: competitionId,
        scopeId: competitionId,
        particulars,
        personal: { present },
      });
    });
  }
}
