import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, newId, type Tx } from '#libs/platform/database';
import { isSame } from '#libs/platform/canonical-json';
import type { Activity } from '../model/frozen-proposal.js';
import { activitiesOf } from '../queries/draft-proposal.js';
import { beginEdit, endEdit, type SavedPart } from './edit-part.js';

/** The plan of activities, by months. */
@Injectable()
export class SaveActivities {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, id: string, version: number, activities: Activity[]): Promise<SavedPart> {
    return this.uow.run(ctx, async (tx) => {
      const application = await beginEdit(tx, id, 'activities', version);
      if (isSame(await activitiesOf(tx, id), activities)) return { version };
      await replaceActivities(tx, id, activities);
      return endEdit(tx, application, 'activities');
    });
  }
}

export async function replaceActivities(tx: Tx, id: string, activities: Activity[]): Promise<void> {
  await tx.change('delete from applications.activity where application_id = $1', [id]);
  await tx.change(
    `insert into applications.activity (id, application_id, position, month, title, place, responsible)
     select r.id, $1, r.position, r.month, r.title, r.place, r.responsible
       from jsonb_to_recordset($2) as r(id uuid, position int, month text, title text, place text, responsible text)`,
    [id, JSON.stringify(activities.map((activity, index) => ({ id: newId(), position: index + 1, ...activity })))],
  );
}
