import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { competitionSettings } from '#libs/competitions';
import { isSame } from '#libs/platform/canonical-json';
import { inOrderOf, type Reach } from '../model/reach.js';
import { beginEdit, endEdit, type SavedPart } from './edit-part.js';

/** Days are Kyiv days; whatever is not known yet is null or empty. */
export interface AboutProposal {
  title: string;
  priorityId: string | null;
  startOn: string | null;
  endOn: string | null;
  /** Not named = stays as it is. */
  reach?: Reach[];
}

/** The name of the project, its priority, its days and whom it reaches. A draft keeps also what will not do for a submission. */
@Injectable()
export class SaveAbout {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, id: string, version: number, about: AboutProposal): Promise<SavedPart> {
    return this.uow.run(ctx, async (tx) => {
      const application = await beginEdit(tx, id, 'about', version);
      const { title, priorityId, startOn, endOn, reach } = application;
      if (isSame({ title, priorityId, startOn, endOn, reach }, { reach, ...about })) return { version };
      const { priorities, targetGroups } = await competitionSettings(tx, application.competitionId);
      if (about.priorityId !== null && !priorities.some((one) => one.id === about.priorityId))
        throw invalidField('priorityId', 'platform.choose');
      return endEdit(tx, application, 'about', {
        title: about.title,
        priority_id: about.priorityId,
        start_on: about.startOn,
        end_on: about.endOn,
        reach: JSON.stringify(inOrderOf(targetGroups, about.reach ?? reach)),
      });
    });
  }
}
