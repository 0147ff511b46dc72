import { Injectable } from '@nestjs/common';
import {
  applicationForReading,
  applicationPolicy,
  fieldErrorOf,
  linesIn,
  sumsOf,
  type BudgetLine,
} from '#libs/applications';
import { competitionSettings } from '#libs/competitions';
import { renderPdf, StoreDocument } from '#libs/documents';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { InvalidInput } from '#libs/platform/errors';
import { offerConsented } from '../model/award.facts.js';
import { awardLifecycle } from '../model/award.lifecycle.js';
import { consentPaper, type Consent } from '../model/consent-paper.js';
import { correctedLines, correctedProblems, type CorrectedMoney } from '../model/corrected-budget.js';
import { lockAward, type LockedAward } from './lock-award.js';
import { noteAwardStep } from './note-award-step.js';
import { TellOfficers } from './tell-officers.js';

/** rule 49: written consent to less than was asked, with a budget that sums to it; then the award stands. */
@Injectable()
export class AgreeToPartial {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: StoreDocument,
    private readonly officers: TellOfficers,
  ) {}

  /** `typed`: the money of every submitted line, in their order. @throws InvalidInput at the lines */
  execute(ctx: Context, applicationId: string, typed: readonly CorrectedMoney[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const of = await lockAward(tx, applicationId);
      const { award, competition } = of;
      demand(applicationPolicy, 'send', tx.actor, of.application);
      const state = awardLifecycle.next(award.state, 'consent', { endsAt: award.term?.endsAt, now: tx.now });
      const settings = await competitionSettings(tx, competition.id);
      const { content } = await applicationForReading(tx, applicationId);
      const submitted = linesIn(content.budget);
      const problems = correctedProblems(submitted, typed, award.amountKop, settings);
      if (problems.length > 0) throw new InvalidInput(problems.map((one) => fieldErrorOf(one, ctx.lang)));
      const lines = correctedLines(submitted, typed);
      await noteAwardStep(tx, award.id, { action: 'consent', state });
      const documentId = await this.keep(tx, of, content.organisation, lines);
      tx.record(offerConsented, {
        subjectId: applicationId,
        scopeId: competition.id,
        particulars: { amountKop: award.amountKop, askedKop: award.askedKop, documentId },
      });
      await this.officers.within(tx, of, { template: 'awards.consented', kind: 'work' });
    });
  }

  private async keep(
    tx: Tx,
    of: LockedAward,
    organisation: Consent['organisation'],
    lines: BudgetLine[],
  ): Promise<string> {
    const { award, application, competition } = of;
    const signer = await tx.one<{ name: string }>('select signing_name as name from identity.v_person where id = $1', [
      tx.actor.personId,
    ]);
    const order = await tx.one<{ number: string; signedOn: string }>(
      `select o.number, o.signed_on::text as "signedOn"
         from awards.award w join awards.award_order o on o.id = w.order_id where w.id = $1`,
      [award.id],
    );
    const { requestedKop, ownKop, otherKop } = sumsOf(lines);
    const paper = await this.documents.within(tx, {
      ...{ ownerKind: 'award-consent', ownerId: award.id, isOurs: true },
      name: `Згода на часткову підтримку ${application.registerCode!.replaceAll('/', '-')}.pdf`,
      content: await renderPdf(
        consentPaper({
          ...{ award, application, organisation, competition, lines },
          ...{ order: order!, signer: signer!.name, at: tx.now },
        }),
      ),
    });
    await tx.change(
      `insert into awards.corrected_budget (award_id, lines, funded_kop, own_kop, other_kop, document_id, agreed_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [award.id, JSON.stringify(lines), requestedKop, ownKop, otherKop, paper.id, tx.now],
    );
    return paper.id;
  }
}
