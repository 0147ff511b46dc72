import { Injectable } from '@nestjs/common';
import { proposalsOpened } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import type { FrozenProposal } from '../model/frozen-proposal.js';
import { passagesOf } from '../model/shingles.js';

/** Below it passages share what all proposals share: the words of the form and of the field. */
const PERCENT_MIN = 40;
/** The nearest passages of others for each passage; more would tell nothing new. */
const FOUND_MAX = 5;
/** A shingle that more passages hold is a phrase of the field, and tells nothing. */
const COMMON_MAX = 50;

/** A proposal and the passages that it is compared by. */
interface Stored {
  id: string;
  content: FrozenProposal;
}

/**
 * After the opening: what in these proposals is told in nearly the same words as in another one, of any call, year and
 * organisation that was opened before. Advice for whoever checks; it decides nothing and stops nothing.
 */
@Reaction({ name: 'applications.watch-copies', on: proposalsOpened, queue: 'documents' })
@Injectable()
export class WatchCompetition implements ReactsInTransaction {
  async react(tx: Tx, { factId }: Delivery): Promise<void> {
    const fact = await tx.one<{ id: string }>('select subject_id as id from facts.fact where id = $1', [factId]);
    await watchCompetition(tx, fact!.id);
  }
}

/** Makes the passages of a competition anew, and what is found alike. */
export async function watchCompetition(tx: Tx, competitionId: string): Promise<void> {
  for (const table of ['likeness', 'passage'])
    await tx.change(
      `delete from applications.${table} where application_id in (
         select id from applications.application where competition_id = $1)`,
      [competitionId],
    );
  const proposals = await tx.rows<Stored>(
    `select a.id, s.content from applications.application a
       join applications.submission s on s.application_id = a.id and s.number = a.submission_number
      where a.competition_id = $1 and a.state not in ('draft', 'withdrawn') order by a.id`,
    [competitionId],
  );
  for (const proposal of proposals) await storePassages(tx, proposal);
  await findLikeness(tx, competitionId);
  await tx.change(
    `insert into applications.watch (competition_id, made_at) values ($1, $2)
     on conflict (competition_id) do update set made_at = excluded.made_at`,
    [competitionId, tx.now],
  );
}

async function storePassages(tx: Tx, { id, content }: Stored): Promise<void> {
  const passages = passagesOf(content);
  await tx.change(
    `insert into applications.passage (application_id, position, part, words, shingles)
     select $1, p.position, p.part, p.words, array(select jsonb_array_elements_text(p.shingles)::bigint)
       from jsonb_to_recordset($2) as p (position int, part text, words text, shingles jsonb)`,
    [id, JSON.stringify(passages.map((passage, position) => ({ ...passage, position })))],
  );
}

/**
 * One statement and one pass over the passages, whatever they hold: which of these shingles stand elsewhere, and how
 * many of them two passages share. A shingle that many hold finds nothing, so that pairs stay few.
 */
function findLikeness(tx: Tx, competitionId: string): Promise<number> {
  return tx.change(
    `with mine as materialized (
       select p.application_id, p.position, one as shingle, cardinality(p.shingles) as size
         from applications.passage p join applications.application a on a.id = p.application_id, unnest(p.shingles) one
        where a.competition_id = $1
     ), held as materialized (
       select p.application_id, p.position, one as shingle, cardinality(p.shingles) as size
         from applications.passage p, unnest(p.shingles) one where one in (select shingle from mine)
     ), rare as (
       select shingle from held group by shingle having count(*) between 2 and ${COMMON_MAX}
     ), pair as (
       select m.application_id, m.position, h.application_id as other_id, h.position as other_position,
              (100 * count(*) / least(m.size, h.size))::int as percent
         from rare join mine m using (shingle) join held h using (shingle)
        where h.application_id <> m.application_id
        group by m.application_id, m.position, m.size, h.application_id, h.position, h.size
     ), ranked as (
       select *, row_number() over (partition by application_id, position order by percent desc, other_id, other_position) as place
         from pair where percent >= ${PERCENT_MIN}
     )
     insert into applications.likeness (application_id, position, other_id, other_position, percent)
     select application_id, position, other_id, other_position, percent from ranked where place <= ${FOUND_MAX}`,
    [competitionId],
  );
}
