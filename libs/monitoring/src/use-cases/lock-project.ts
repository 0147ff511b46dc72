import { competitionById, type CompetitionRow } from '#libs/competitions';
import { applicantsOf } from '#libs/identity';
import type { Notices } from '#libs/notifications';
import type { Tx } from '#libs/platform/database';
import { projectById, type ProjectRow } from '../queries/project-for-page.js';
import { monitoringPaths } from '../paths.js';

/** Everything about one project happens under the lock of its row. @throws NotFound */
export async function lockProject(tx: Tx, id: string): Promise<ProjectRow> {
  await tx.one('select from monitoring.project where id = $1 for no key update', [id]);
  return projectById(tx, id);
}

export const rulesOf = (tx: Tx, { competitionId }: ProjectRow): Promise<CompetitionRow> =>
  competitionById(tx, competitionId);

/** A letter to everybody who acts for the recipient. */
export async function tellRecipient(
  tx: Tx,
  notices: Notices,
  { id, organisationId, organiserId, title }: ProjectRow,
  what: string,
  data: Record<string, string> = {},
): Promise<void> {
  for (const to of await applicantsOf(tx, organisationId))
    await notices.queue(tx, {
      ...{ to, kind: 'decision', organiserId, template: `monitoring.${what}`, path: monitoringPaths.own(id) },
      data: { title, ...data },
    });
}
