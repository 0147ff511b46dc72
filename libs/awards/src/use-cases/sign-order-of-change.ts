import { Injectable } from '@nestjs/common';
import { addresseesOf } from '#libs/applications';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { signingDirector } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { constraintMeans, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden } from '#libs/platform/errors';
import { formatMoney } from '#libs/platform/money';
import { Ports } from '#libs/platform/ports';
import { awardPolicy } from '../access/award.policy.js';
import { askedOf } from '../model/allocate.js';
import { awardChanged, orderSigned } from '../model/award.facts.js';
import { awardLifecycle } from '../model/award.lifecycle.js';
import { changeOrderPaper } from '../model/change-order-paper.js';
import { awardPaths } from '../paths.js';
import { changeState, type ChangeState, type StandingLine } from '../queries/change-state.js';
import { additionalContent } from '../queries/order-content.js';
import { potRulesOf } from '../queries/read-allocation.js';
import { demandOrderFree } from '../queries/order-hold.js';
import { KeepOrder } from './keep-order.js';
import { makeAwards } from './make-awards.js';
import { noteAwardStep } from './note-award-step.js';
import { ReleaseResults } from './release-results.js';

constraintMeans('pk_followed_change', '', 'awards.nothing-to-follow');

/**
 * Signed minutes have changed the rating after the order: this order makes the awards follow it. Awards that it gives no
 * more are revoked, their money goes to those to whom it gives now; nothing of the first order is overwritten.
 */
@Injectable()
export class SignOrderOfChange {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keep: KeepOrder,
    private readonly release: ReleaseResults,
    private readonly notices: Notices,
    private readonly ports: Ports,
  ) {}

  execute(ctx: Context, competitionId: string, number: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(awardPolicy, 'order', tx.actor, competition);
      const signer = await signingDirector(tx, competition.organiserId);
      if (!signer) throw new Forbidden('awards.director-only');
      const state = await changeState(tx, this.ports, competition);
      if (!state) throw new Conflict('awards.nothing-to-follow');
      if (state.reason) throw new Conflict(state.reason);
      const ids = state.lines.map(({ applicationId }) => applicationId);
      await demandOrderFree(tx, this.ports, competitionId, ids);
      const given = givenBy(state);
      const sums = new Map(given.map(({ applicationId, afterKop }) => [applicationId, afterKop]));
      const signing = { number, signer, signedAt: tx.now };
      const content = {
        ...(await additionalContent(tx, competition, { rows: placed(state), isByDirector: false }, sums, signing)),
        minutes: [state.change.minutes],
      };
      const changed = state.lines.filter(({ beforeKop }) => beforeKop > 0);
      const paper = changeOrderPaper(content, state.change.source, changed);
      const order = await this.keep.within(tx, competitionId, { number, signer, kind: 'additional', paper });
      await tx.change('insert into awards.followed_change (source_id, competition_id, order_id) values ($1, $2, $3)', [
        state.change.sourceId,
        competitionId,
        order.id,
      ]);
      const partial = new Map(content.partial.map((row) => [row.applicationId, row]));
      for (const line of changed) {
        const row = partial.get(line.applicationId);
        const less = row && { askedKop: askedOf(row, potRulesOf(competition)), consentDays: content.consentDays! };
        await this.changeAward(tx, competition, line, { id: order.id, number, source: state.change.source }, less);
      }
      await movePot(tx, competitionId, state.lines);
      const isNew = ({ applicationId }: { applicationId: string }) =>
        !changed.some((line) => line.applicationId === applicationId);
      await makeAwards(tx, competition, order.id, {
        ...{ funded: content.funded.filter(isNew), partial: content.partial.filter(isNew) },
        consentDays: content.consentDays,
      });
      tx.record(orderSigned, {
        ...{ subjectId: order.id, scopeId: competitionId },
        particulars: {
          number,
          documentId: order.documentId,
          kind: 'change',
          awards: sums.size,
          changed: changed.length,
        },
      });
      await this.release.within(tx, competition, [...sums.keys()]);
    });
  }

  /** Revoked, or of another sum: the first order keeps what it said, the step and the fact keep both sums. */
  private async changeAward(
    tx: Tx,
    competition: CompetitionRow,
    { applicationId, beforeKop, afterKop, proposal }: StandingLine,
    order: { id: string; number: string; source: string },
    less: { askedKop: number; consentDays: number } | undefined,
  ): Promise<void> {
    const { id, state } = proposal.award!;
    const action = afterKop === 0 ? 'revoke' : less ? 'offer-anew' : 'give-anew';
    const { number, source } = order;
    const sums = [beforeKop, afterKop].map((kop) => formatMoney(kop, 'uk')).join(' → ');
    const next = awardLifecycle.next(state, action, {});
    if (afterKop > 0)
      await tx.change(
        `update awards.award set state = $2, amount_kop = $3, asked_kop = $4, consent_days = $5, order_id = $6,
                warned_at = null where id = $1`,
        [id, next, afterKop, less?.askedKop ?? null, less?.consentDays ?? null, order.id],
      );
    const reason = `${source}, наказ № ${number}: ${sums}`;
    await noteAwardStep(tx, id, { action, state: next, reason });
    tx.record(awardChanged, {
      ...{ subjectId: applicationId, scopeId: competition.id },
      particulars: { action, beforeKop, afterKop, number, source },
    });
    if (afterKop > 0) return;
    for (const to of await addresseesOf(tx, { id: applicationId }))
      await this.notices.queue(tx, {
        ...{ to, kind: 'decision', organiserId: competition.organiserId, template: 'awards.revoked' },
        data: { title: proposal.title, competition: competition.title, number, source },
        path: awardPaths.applicationResult(applicationId),
      });
  }
}

/** Its check is the last word: what is given is never above the pot (rule 48). */
const movePot = (tx: Tx, competitionId: string, lines: readonly StandingLine[]): Promise<number> =>
  tx.change('update awards.pot set awarded_kop = awarded_kop + $2 where competition_id = $1', [
    competitionId,
    lines.reduce((sum, { beforeKop, afterKop }) => sum + afterKop - beforeKop, 0),
  ]);

const givenBy = ({ lines }: ChangeState) => lines.filter(({ afterKop }) => afterKop > 0);

/** The proposals with their places in the changed rating. */
const placed = ({ rows, lines }: ChangeState) =>
  rows.map((row) => ({
    ...row,
    place: lines.find((one) => one.applicationId === row.applicationId)?.place ?? row.place,
  }));
