import { Injectable } from '@nestjs/common';
import { competitionSettings, type ProposalForm } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { differencesOf, type Difference } from '../model/proposal-difference.js';
import { applicationForReading, type ReadableApplication } from './application-for-reading.js';
import { mendingOf, type Mending } from './mending.js';
import { ReadProposal } from './read-proposal.js';

export interface MendingView {
  mending: Mending;
  proposal: ReadableApplication;
  form: ProposalForm;
  /** Null while nothing was sent. */
  differences: Difference[] | null;
}

/** What was given back, and what reads otherwise since, for whoever may read the proposal: the commission too. */
@Injectable()
export class MendingForPage {
  constructor(
    private readonly db: Database,
    private readonly read: ReadProposal,
  ) {}

  async execute(ctx: Context, applicationId: string): Promise<MendingView> {
    const proposal = await this.read.execute(ctx, applicationId);
    const mending = await mendingOf(this.db, applicationId);
    if (!mending) throw new NotFound();
    const { form } = await competitionSettings(this.db, proposal.competitionId);
    return { mending, proposal, form, differences: await this.differences(mending) };
  }

  private async differences({ applicationId, baseNumber, sentNumber }: Mending): Promise<Difference[] | null> {
    if (sentNumber === null) return null;
    const before = await applicationForReading(this.db, applicationId, baseNumber);
    const after = await applicationForReading(this.db, applicationId, sentNumber);
    return differencesOf(before.content, after.content);
  }
}
