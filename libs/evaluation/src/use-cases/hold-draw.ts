import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { lockCompetition, lotSecretDays, type CompetitionRow } from '#libs/competitions';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { constraintMeans, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden, invalidField } from '#libs/platform/errors';
import { COMMISSION, evaluationPolicy, STAFF } from '../access/evaluation.policy.js';
import {
  drawCommitted,
  drawOpened,
  drawSecretOpened,
  drawSecretsAsked,
  drawVoided,
} from '../model/evaluation.facts.js';
import { LOT_PARTIES_MIN, sha256Hex } from '../model/lot.js';
import { untilAfter } from '../model/second-look.js';
import { evaluationPaths } from '../paths.js';
import { drawRounds, listHash, type DrawRound, type DrawState } from '../queries/draw-rounds.js';

const SALT_BYTES = 16;

constraintMeans('uq_draw_party_commitment', 'commitment', 'evaluation.commitment-taken');

/**
 * A draw of lots among proposals that no announced step parts (rule 47): people of the commission and the authority put
 * down the hash of a secret, then all open their secrets, and the order follows from these alone. A round that somebody
 * does not finish is void, named as such, and the next one is held without them.
 */
@Injectable()
export class HoldDraw {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** The rating needs a draw among these: begins one unless it is under way. The competition is locked by the caller. */
  async begin(
    tx: Tx,
    competition: CompetitionRow,
    { rounds, codes }: { rounds: readonly DrawRound[]; codes: readonly string[] },
  ): Promise<void> {
    const last = rounds.at(-1);
    if (last && last.state !== 'void') return;
    const listSalt = randomBytes(SALT_BYTES).toString('hex');
    await openRound(tx, competition.id, { round: (last?.round ?? 0) + 1, codes: [...codes].sort(), listSalt });
    await this.tell(tx, competition, 'evaluation.draw-opened');
  }

  commit(ctx: Context, competitionId: string, commitment: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competition, rounds, round } = await this.underWay(tx, competitionId, 'commitments');
      if (isParty(round, tx.actor.personId)) throw new Conflict('evaluation.committed-already');
      await refuseParty(tx, round, rounds);
      await tx.change(
        `insert into evaluation.draw_party (draw_id, person_id, position, role, commitment, committed_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [round.id, tx.actor.personId, round.parties.length + 1, roleOf(tx, competition), commitment, tx.now],
      );
      tx.record(drawCommitted, { subjectId: round.id, scopeId: competitionId, particulars: { commitment } });
    });
  }

  /** No more commitments: everybody who put one down opens the secret. */
  askForSecrets(ctx: Context, competitionId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competition, round } = await this.underWay(tx, competitionId, 'commitments');
      demand(evaluationPolicy, 'distribute', tx.actor, competition);
      if (round.parties.length < LOT_PARTIES_MIN)
        throw new Conflict('evaluation.draw-parties-few', { count: LOT_PARTIES_MIN });
      const until = untilAfter(tx.now, lotSecretDays(competition));
      await tx.change(
        `update evaluation.draw set state = 'secrets', secrets_from = $2, secrets_until = $3 where id = $1`,
        [round.id, tx.now, until],
      );
      const commitments = round.parties.map((party) => party.commitment);
      tx.record(drawSecretsAsked, { subjectId: round.id, scopeId: competitionId, particulars: { commitments } });
      const parties = new Set(round.parties.map(({ personId }) => personId));
      await this.tell(tx, competition, 'evaluation.draw-secrets', parties);
    });
  }

  /** The last secret ends the draw and calls for the rating. */
  open(ctx: Context, competitionId: string, secret: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { round } = await this.underWay(tx, competitionId, 'secrets');
      const own = round.parties.find(({ personId }) => personId === tx.actor.personId);
      if (!own) throw new Forbidden('evaluation.no-commitment');
      if (own.secret !== null) throw new Conflict('evaluation.opened-already');
      if (sha256Hex(secret) !== own.commitment) throw invalidField('secret', 'evaluation.secret-other');
      await tx.change(
        'update evaluation.draw_party set secret = $3, revealed_at = $4 where draw_id = $1 and person_id = $2',
        [round.id, tx.actor.personId, secret, tx.now],
      );
      tx.record(drawSecretOpened, { subjectId: round.id, scopeId: competitionId, particulars: { secret } });
      if (round.parties.some((one) => one !== own && one.secret === null)) return;
      await close(tx, round.id, 'drawn');
      tx.deliver('evaluation.compute-rating', competitionId);
    });
  }

  /** Somebody did not open in time: the round is void, and another one begins without them. */
  renew(ctx: Context, competitionId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competition, round } = await this.underWay(tx, competitionId, 'secrets');
      demand(evaluationPolicy, 'distribute', tx.actor, competition);
      if (tx.now <= round.secretsUntil!) throw new Conflict('evaluation.draw-wait');
      await close(tx, round.id, 'void');
      const silent = silentIn(round).map(({ personId }) => personId);
      tx.record(drawVoided, { subjectId: round.id, scopeId: competitionId, particulars: { silent } });
      // With the same salt, so that everybody sees the same list.
      await openRound(tx, competitionId, { ...round, round: round.round + 1 });
      await this.tell(tx, competition, 'evaluation.draw-opened');
    });
  }

  private async underWay(tx: Tx, competitionId: string, state: DrawState) {
    const competition = await lockCompetition(tx, competitionId);
    demand(evaluationPolicy, 'draw', tx.actor, competition);
    const rounds = await drawRounds(tx, competitionId);
    const round = rounds.at(-1);
    if (competition.state !== 'scoring' || round?.state !== state) throw new Conflict('evaluation.draw-not-now');
    return { competition, rounds, round };
  }

  private async tell(tx: Tx, competition: CompetitionRow, template: string, only?: ReadonlySet<string>): Promise<void> {
    const people = [
      ...(await peopleWithRole(tx, competition.id, COMMISSION)),
      ...(await peopleWithRole(tx, competition.organiserId, STAFF)),
    ];
    const told = new Set<string>();
    for (const to of people.filter(({ personId }) => only?.has(personId) ?? true)) {
      if (told.has(to.personId)) continue;
      told.add(to.personId);
      await this.notices.queue(tx, {
        ...{ to, template, kind: 'duty', organiserId: competition.organiserId, data: { title: competition.title } },
        path: evaluationPaths.draw(competition.id),
      });
    }
  }
}

const isParty = ({ parties }: DrawRound, personId: string | null): boolean =>
  parties.some((one) => one.personId === personId);

/** Who put a commitment down and did not open it. */
const silentIn = ({ parties }: DrawRound) => parties.filter(({ secret }) => secret === null);

/** rule 32: whoever has a conflict over one of the proposals draws no lot; nor does who left an earlier round unfinished. */
async function refuseParty(tx: Tx, { codes }: DrawRound, rounds: readonly DrawRound[]): Promise<void> {
  const left = rounds.filter(({ state }) => state === 'void').flatMap(silentIn);
  if (left.some(({ personId }) => personId === tx.actor.personId)) throw new Forbidden('evaluation.draw-left-before');
  const conflict = await tx.one(
    `select from evaluation.conflict_declaration d join applications.v_application v on v.id = d.application_id
      where v.register_code = any($1) and d.person_id = $2 and d.kind <> 'none' limit 1`,
    [codes, tx.actor.personId],
  );
  if (conflict) throw new Forbidden('evaluation.own-conflict');
}

const roleOf = (tx: Tx, { id, organiserId }: CompetitionRow): string =>
  tx.actor.grants.find(
    ({ role, scopeId }) =>
      (scopeId === id && COMMISSION.some((one) => one === role)) ||
      (scopeId === organiserId && STAFF.some((one) => one === role)),
  )!.role;

type OpenedRound = Pick<DrawRound, 'round' | 'codes' | 'listSalt'>;

async function openRound(tx: Tx, competitionId: string, opened: OpenedRound): Promise<void> {
  const { round, codes, listSalt } = opened;
  const id = newId();
  await tx.change(
    `insert into evaluation.draw (id, competition_id, round, state, codes, list_salt, opened_at)
     values ($1, $2, $3, 'commitments', $4, $5, $6)`,
    [id, competitionId, round, codes, listSalt, tx.now],
  );
  tx.record(drawOpened, { subjectId: id, scopeId: competitionId, particulars: { round, list: listHash(opened) } });
}

async function close(tx: Tx, id: string, state: 'drawn' | 'void'): Promise<void> {
  await tx.change('update evaluation.draw set state = $2, closed_at = $3 where id = $1', [id, state, tx.now]);
}
