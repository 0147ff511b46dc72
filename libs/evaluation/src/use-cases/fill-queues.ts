import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { longDateTime } from '#libs/platform/clock';
import { newId, type Reader, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { COMMISSION, SCORERS } from '../access/evaluation.policy.js';
import type { PersonPair } from '../model/distribution.js';
import { distributionApproved, queuesFilled } from '../model/evaluation.facts.js';
import { extraUntil } from '../model/second-look.js';
import { evaluationPaths } from '../paths.js';
import { askForRating } from './ask-for-rating.js';
import { askIfNeeded } from './ask-for-distribution.js';

const FILL_BATCH = 500;

/**
 * Gives out what is not given out yet: every member without conflict × every admitted proposal, or what the approved
 * distribution among experts says. Safe to repeat: pairs that exist stay, and so does whatever was scored.
 */
@Injectable()
export class FillQueues {
  constructor(private readonly notices: Notices) {}

  /** For the start of the scoring, from a job. */
  async start(tx: Tx, competitionId: string): Promise<void> {
    const competition = await lockCompetition(tx, competitionId);
    await this.within(tx, competition);
    await askForRating(tx, competition);
  }

  /** The competition is locked by the caller. Experts get their proposals by a distribution that a job computes. */
  async within(tx: Tx, competition: CompetitionRow): Promise<void> {
    if (competition.state !== 'scoring') return;
    if (competition.scoringMode === 'k-of-n') return askIfNeeded(tx, competition);
    await this.give(tx, competition, await memberPairs(tx, competition.id));
  }

  /** Approves a distribution: its pairs become queues. @throws Conflict when one of them is not allowed any more */
  async giveOut(tx: Tx, competition: CompetitionRow, distributionId: string): Promise<void> {
    if ((await brokenPairs(tx, competition, distributionId)) > 0)
      throw new Conflict('evaluation.distribution-outdated');
    await tx.change(
      `update evaluation.distribution set state = 'approved', approved_at = $2, approved_by = $3, version = version + 1
        where id = $1`,
      [distributionId, tx.now, tx.actor.personId],
    );
    tx.record(distributionApproved, { subjectId: distributionId, scopeId: competition.id });
    await this.give(tx, competition, await distributedPairs(tx, distributionId));
  }

  private async give(tx: Tx, competition: CompetitionRow, pairs: readonly PersonPair[]): Promise<void> {
    const extra = new Set<string>();
    for (let at = 0; at < pairs.length; at += FILL_BATCH)
      for (const personId of await insert(tx, competition, pairs.slice(at, at + FILL_BATCH))) extra.add(personId);
    if (pairs.length === 0) return;
    const people = new Set(pairs.map(({ personId }) => personId));
    await this.tell(tx, competition, people, extra);
    tx.record(queuesFilled, {
      subjectId: competition.id,
      scopeId: competition.id,
      particulars: { mode: competition.scoringMode, assignments: pairs.length, people: people.size },
    });
  }

  /** Who got the extra sheet of a proposal learns the time for it, not why it is asked for. */
  private async tell(
    tx: Tx,
    competition: CompetitionRow,
    people: ReadonlySet<string>,
    extra: ReadonlySet<string>,
  ): Promise<void> {
    const counts = await unsignedCounts(tx, competition.id);
    const recipients = await peopleWithRole(tx, competition.id, SCORERS);
    const { scoringUntil } = competition;
    const ownUntil = extraUntil(competition, tx.now);
    for (const recipient of recipients.filter(({ personId }) => people.has(personId))) {
      const isExtra = extra.has(recipient.personId);
      const until = isExtra ? ownUntil : scoringUntil;
      await this.notices.queue(tx, {
        to: recipient,
        template: isExtra ? 'evaluation.extra-sheet' : 'evaluation.queue-filled',
        kind: 'work',
        organiserId: competition.organiserId,
        data: {
          title: competition.title,
          count: counts.get(recipient.personId) ?? 0,
          until: until && longDateTime(until, recipient.language),
        },
        path: evaluationPaths.queue(competition.id),
        onceKey: `evaluation.queue-filled:${competition.id}:${recipient.personId}:${counts.get(recipient.personId)}${isExtra ? ':extra' : ''}`,
      });
    }
  }
}

/** Pairs that a conflict, an ended membership or an ended proposal forbids by now. */
async function brokenPairs(reader: Reader, { id }: CompetitionRow, distributionId: string): Promise<number> {
  const found = await reader.one<{ count: number }>(
    `select count(*)::int as count from evaluation.distribution_pair p
      where p.distribution_id = $1 and p.is_active
        and not (exists (select from evaluation.v_free_pair f
                          where f.application_id = p.application_id and f.person_id = p.person_id)
                 and exists (select from identity.v_role r
                              where r.scope_id = $2 and r.person_id = p.person_id and r.role = 'expert')
                 and exists (select from applications.v_application v
                              where v.id = p.application_id and v.state = 'admitted'))`,
    [distributionId, id],
  );
  return found!.count;
}

function distributedPairs(reader: Reader, distributionId: string): Promise<PersonPair[]> {
  return reader.rows<PersonPair>(
    `select application_id as "applicationId", person_id as "personId" from evaluation.distribution_pair
      where distribution_id = $1 and is_active order by person_id, application_id`,
    [distributionId],
  );
}

/** Who has not declared yet gets a queue with the declaration (rule 31). */
function memberPairs(reader: Reader, competitionId: string): Promise<PersonPair[]> {
  return reader.rows<PersonPair>(
    `select d.application_id as "applicationId", d.person_id as "personId"
       from evaluation.v_free_pair d
       join applications.v_application v on v.id = d.application_id and v.state = 'admitted'
       join identity.v_role r on r.person_id = d.person_id and r.scope_id = d.competition_id and r.role = any($2)
      where d.competition_id = $1
        and not exists (select from evaluation.assignment a
                         where a.application_id = d.application_id and a.person_id = d.person_id and a.ended_at is null)
      order by d.person_id, d.application_id`,
    [competitionId, COMMISSION],
  );
}

/**
 * Everybody starts with another proposal: the order of a queue is a hash of person and proposal. The place beyond the k
 * of the competition is the extra one. Returns who got such a place.
 */
async function insert(tx: Tx, competition: CompetitionRow, pairs: readonly PersonPair[]): Promise<string[]> {
  const rows = await tx.rows<{ personId: string; isExtra: boolean }>(
    `insert into evaluation.assignment (id, competition_id, application_id, person_id, position, assigned_at, is_extra, write_until)
     select one.*, case when one.is_extra then $6::timestamptz end from (
     select pair.id, $1::uuid, pair.application_id, pair.person_id,
            coalesce((select max(a.position) from evaluation.assignment a
                       where a.competition_id = $1 and a.person_id = pair.person_id), 0)
              + row_number() over (partition by pair.person_id
                                   order by md5(pair.person_id::text || pair.application_id::text), pair.application_id),
            $5::timestamptz,
            coalesce((select p.has_extra and p.places - 1 < pair.nth
                             + (select count(*) from evaluation.assignment a
                                 where a.application_id = p.application_id and a.ended_at is null and not a.is_extra)
                             and not exists (select from evaluation.assignment a
                                              where a.application_id = p.application_id and a.ended_at is null and a.is_extra)
                        from evaluation.v_place p where p.application_id = pair.application_id), false) as is_extra
       from (select *, row_number() over (partition by application_id order by person_id) as nth
               from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as given (id, application_id, person_id)) as pair) as one
     on conflict (application_id, person_id) where ended_at is null do nothing
     returning person_id as "personId", is_extra as "isExtra"`,
    [
      competition.id,
      pairs.map(() => newId()),
      pairs.map(({ applicationId }) => applicationId),
      pairs.map(({ personId }) => personId),
      tx.now,
      extraUntil(competition, tx.now),
    ],
  );
  return rows.filter(({ isExtra }) => isExtra).map(({ personId }) => personId);
}

async function unsignedCounts(reader: Reader, competitionId: string): Promise<Map<string, number>> {
  const rows = await reader.rows<{ personId: string; count: number }>(
    `select a.person_id as "personId", count(*)::int as count from evaluation.assignment a
      where a.competition_id = $1 and a.ended_at is null
        and not exists (select from evaluation.score_sheet s where s.assignment_id = a.id and s.state = 'signed')
      group by a.person_id`,
    [competitionId],
  );
  return new Map(rows.map(({ personId, count }) => [personId, count]));
}
