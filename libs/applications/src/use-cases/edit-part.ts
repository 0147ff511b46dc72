import type { Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { demand } from '#libs/platform/access';
import { shareCompetition, type CompetitionRow } from '#libs/competitions';
import { applicationPolicy } from '../access/application.policy.js';
import type { ApplicationRow } from '../model/application.js';
import { applicationEdited } from '../model/application.facts.js';
import { applicationLifecycle, type Reception, type Writing } from '../model/application.lifecycle.js';
import type { Part } from '../model/parts.js';
import { mendingOf, mendingWindow } from '../queries/mending.js';
import { applicationById, lockApplication } from './lock-application.js';

export const receptionOf = (tx: Tx, competition: CompetitionRow): Reception => ({
  now: tx.now,
  competitionState: competition.state,
  opensAt: competition.opensAt,
  closesAt: competition.closesAt,
  isElsewhere: competition.elsewhereName !== null,
});

/** By what right the form may be changed now; locks what was given back, so that its term and its sending meet here. */
export async function writingOf(
  tx: Tx,
  { id, paper, state }: ApplicationRow,
  competition: CompetitionRow,
): Promise<Writing> {
  const isGivenBack =
    state === 'submitted' &&
    (await tx.one(`select from applications.mending where application_id = $1 and state = 'open' for update`, [id]));
  const mending = isGivenBack ? await mendingOf(tx, id) : null;
  return { ...receptionOf(tx, competition), paper, mending: mending && mendingWindow(mending) };
}

/** The competition shared, then the proposal locked, for someone who may write it, or send it too. */
export async function lockForWriting(
  tx: Tx,
  id: string,
  action: 'write' | 'send' = 'write',
): Promise<{ application: ApplicationRow; competition: CompetitionRow }> {
  const seen = await applicationById(tx, id);
  demand(applicationPolicy, action, tx.actor, seen);
  const competition = await shareCompetition(tx, seen.competitionId);
  return { application: await lockApplication(tx, id), competition };
}

/**
 * Opens one page of the form for a change. `version` is what the page showed: whoever saved in between wins,
 * and the one who comes later is told, with everything typed kept.
 * @throws Conflict `applications.stale`, TransitionRefused outside the reception
 */
export async function beginEdit(tx: Tx, id: string, part: Part, version: number): Promise<ApplicationRow> {
  const { application, competition } = await lockForWriting(tx, id);
  applicationLifecycle.next(application.state, 'edit', { ...(await writingOf(tx, application, competition)), part });
  if (versionOf(application, part) !== version) throw new Conflict('applications.stale');
  return application;
}

export const versionOf = ({ partVersions }: Pick<ApplicationRow, 'partVersions'>, part: Part): number =>
  partVersions[part] ?? 0;

/** What the page is after a save: its own number, which the next save from it must name. */
export interface SavedPart {
  version: number;
}

/** Notes that the page was changed and by whom, with the columns that changed along. */
export async function endEdit(
  tx: Tx,
  application: ApplicationRow,
  part: Part,
  columns: Record<string, unknown> = {},
): Promise<SavedPart> {
  const version = versionOf(application, part) + 1;
  const names = Object.keys(columns);
  const sets = names.map((name, index) => `${name} = $${index + 6}, `).join('');
  const edit = { by: tx.actor.personId, at: tx.now };
  await tx.change(
    `update applications.application
        set ${sets} version = version + 1, updated_at = $2,
            part_versions = part_versions || jsonb_build_object($3::text, $4::int),
            part_edits = part_edits || jsonb_build_object($3::text, $5::jsonb)
      where id = $1`,
    [application.id, tx.now, part, version, JSON.stringify(edit), ...Object.values(columns)],
  );
  tx.record(applicationEdited, {
    subjectId: application.id,
    scopeId: application.competitionId,
    particulars: { part, version: application.version + 1 },
  });
  return { version };
}
