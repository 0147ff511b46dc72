import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { InvalidInput } from '#libs/platform/errors';
import { competitionPolicy } from '../access/competition.policy.js';
import { modelWritten } from '../model/competition.facts.js';
import { LIMITS } from '../model/limits.js';
import { modelSections } from '../model/model-proposal.js';
import { competitionSettings, lockCompetition } from '../queries/read-competition.js';

/** The officer writes a good example for questions of the form; everybody who applies sees the same. */
@Injectable()
export class WriteModelProposal {
  constructor(private readonly uow: UnitOfWork) {}

  /** `answers` by the key of the question; an empty one takes the example away. @throws InvalidInput when one is too long */
  execute(ctx: Context, id: string, answers: Record<string, string>): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      demand(competitionPolicy, 'build-form', tx.actor, await lockCompetition(tx, id));
      const { form } = await competitionSettings(tx, id);
      const keys = modelSections(form, new Map()).flatMap(({ questions }) => questions.map(({ key }) => key));
      const written = keys.filter((key) => answers[key]);
      refuseTooLong(written, answers);
      await tx.change('delete from competitions.model_answer where competition_id = $1', [id]);
      await tx.change(
        `insert into competitions.model_answer (competition_id, question_key, answer)
         select $1, key, answer from unnest($2::text[], $3::text[]) as one (key, answer)`,
        [id, written, written.map((key) => answers[key])],
      );
      tx.record(modelWritten, { subjectId: id, scopeId: id, particulars: { questions: written } });
    });
  }
}

function refuseTooLong(keys: readonly string[], answers: Record<string, string>): void {
  const tooLong = keys.filter((key) => answers[key]!.length > LIMITS.modelAnswer);
  if (tooLong.length === 0) return;
  const data = { max: LIMITS.modelAnswer };
  throw new InvalidInput(tooLong.map((key) => ({ field: `answers[${key}]`, code: 'platform.too-long', data })));
}
