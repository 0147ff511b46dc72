import { Injectable } from '@nestjs/common';
import { competitionSettings, type CompetitionRow } from '#libs/competitions';
import { Notices } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, NotFound, invalidField } from '#libs/platform/errors';
import { proposalGivenBack } from '../model/application.facts.js';
import type { ApplicationRow } from '../model/application.js';
import { MENDING_NOTICE, type Flaw } from '../model/mending.js';
import { partsOf } from '../model/parts.js';
import { applicationPaths } from '../paths.js';
import { flawsInWords } from '../model/flaws-in-words.js';
import { addresseesOf } from './addressees-of.js';
import { lockForAdmission } from './lock-admission.js';
import { lockApplication } from './lock-application.js';

/**
 * Gives a proposal back so that its flaws are mended (rule 38): only the named pages open, once, inside the term of the
 * frozen rules, which runs from when the organisation was told. What was prepared about it is dropped.
 */
@Injectable()
export class GiveBack {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, competitionId: string, applicationId: string, flaws: readonly Flaw[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockForAdmission(tx, competitionId);
      const application = await lockApplication(tx, applicationId);
      if (application.competitionId !== competitionId || application.state === 'draft') throw new NotFound();
      if (application.state !== 'submitted') throw new Conflict('applications.not-now');
      const workingDays = mendingDays(competition);
      if (workingDays === null) throw new Conflict('applications.mending-not-allowed');
      await demandParts(tx, competitionId, flaws);
      await insert(tx, application, flaws, workingDays);
      await tx.change('delete from applications.admission_draft where application_id = $1', [applicationId]);
      tx.record(proposalGivenBack, {
        subjectId: applicationId,
        scopeId: competitionId,
        particulars: { parts: flaws.map(({ part }) => part), workingDays, number: application.submissionNumber },
        personal: { flaws },
      });
      await this.tell(tx, competition, application, { flaws, workingDays });
    });
  }

  private async tell(
    tx: Tx,
    { title: competition, organiserId, contactPhone, contactEmail }: CompetitionRow,
    application: ApplicationRow,
    { flaws, workingDays }: { flaws: readonly Flaw[]; workingDays: number },
  ): Promise<void> {
    const { id, organisationId, registerCode, title } = application;
    const settings = await competitionSettings(tx, application.competitionId);
    for (const to of await addresseesOf(tx, application))
      await this.notices.queue(tx, {
        ...{ to, kind: 'decision', organiserId, template: MENDING_NOTICE, path: applicationPaths.show(id) },
        data: {
          ...{ registerCode, title, competition, count: workingDays },
          flaws: flawsInWords(flaws, settings.form, to.language),
          contacts: [contactPhone, contactEmail].filter(Boolean).join(', '),
        },
        startsClock: { aboutId: id, organisationId },
      });
  }
}

/** The slot of the frozen rules; null = they know no mending. */
export const mendingDays = ({ ruleSet }: Pick<CompetitionRow, 'ruleSet'>): number | null =>
  ruleSet?.slots.flawFixingWorkingDays?.value || null;

async function demandParts(tx: Tx, competitionId: string, flaws: readonly Flaw[]): Promise<void> {
  if (flaws.length === 0) throw invalidField('flaws', 'applications.mending-name-a-flaw');
  const parts = partsOf((await competitionSettings(tx, competitionId)).form);
  if (flaws.some(({ part }) => !parts.includes(part))) throw new NotFound();
}

async function insert(tx: Tx, { id, submissionNumber }: ApplicationRow, flaws: readonly Flaw[], workingDays: number) {
  const added = await tx.change(
    `insert into applications.mending (application_id, state, flaws, working_days, base_number, returned_by, returned_at)
     values ($1, 'open', $2, $3, $4, $5, $6) on conflict (application_id) do nothing`,
    [id, JSON.stringify(flaws), workingDays, submissionNumber, tx.actor.personId, tx.now],
  );
  if (added === 0) throw new Conflict('applications.mending-once');
}
