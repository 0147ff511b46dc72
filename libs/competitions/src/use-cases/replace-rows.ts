import { newId, type Tx } from '#libs/platform/database';
import type { Priority } from '../model/criterion.js';
import type { NewCriterion } from '../model/default-criteria.js';

/** The criteria of a draft, as a whole, in the order given. */
export async function replaceCriteria(tx: Tx, competitionId: string, criteria: readonly NewCriterion[]): Promise<void> {
  await tx.change('delete from competitions.criterion where competition_id = $1', [competitionId]);
  await tx.change(
    `insert into competitions.criterion (competition_id, id, position, key, title, question, max_points, guidance)
     select $1, id, position, key, title, question, max_points, guidance::jsonb
       from unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::int[], $8::text[])
         as row (id, position, key, title, question, max_points, guidance)`,
    [
      competitionId,
      criteria.map(() => newId()),
      criteria.map((_, index) => index + 1),
      criteria.map(({ key }) => key),
      criteria.map(({ title }) => title),
      criteria.map(({ question }) => question),
      criteria.map(({ maxPoints }) => maxPoints),
      criteria.map(({ guidance }) => JSON.stringify(guidance)),
    ],
  );
}

/** The priority tasks of a draft, as a whole, in the order given. */
export async function replacePriorities(
  tx: Tx,
  competitionId: string,
  priorities: readonly Pick<Priority, 'title' | 'description'>[],
): Promise<void> {
  await tx.change('delete from competitions.priority where competition_id = $1', [competitionId]);
  await tx.change(
    `insert into competitions.priority (competition_id, id, position, title, description)
     select $1, id, position, title, description
       from unnest($2::uuid[], $3::int[], $4::text[], $5::text[]) as row (id, position, title, description)`,
    [
      competitionId,
      priorities.map(() => newId()),
      priorities.map((_, index) => index + 1),
      priorities.map(({ title }) => title),
      priorities.map(({ description }) => description),
    ],
  );
}
