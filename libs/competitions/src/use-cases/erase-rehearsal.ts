import { Injectable } from '@nestjs/common';
import { removeDocumentsOf } from '#libs/documents';
import { eraseScopedRoles } from '#libs/identity';
import { eraseNotices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { forgetScope } from '#libs/platform/facts';
import { Ports } from '#libs/platform/ports';
import { eraseSessions } from '#libs/sessions';
import { competitionPolicy } from '../access/competition.policy.js';
import { rehearsalErased } from '../model/competition.facts.js';
import { RehearsalRemains } from '../ports/rehearsal-remains.port.js';
import { lockCompetition } from '../queries/read-competition.js';

/** A rehearsal goes wholly: proposals, sheets, minutes, files, letters, roles. What stays is the fact that it went. */
@Injectable()
export class EraseRehearsal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  /** @throws Forbidden `competitions.never-erased` for a real competition; the database refuses it too */
  execute(ctx: Context, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, id);
      demand(competitionPolicy, 'erase', tx.actor, competition);
      const gone = [
        id,
        ...(await this.upperLibs(tx, id)),
        ...(await eraseSessions(tx, id)),
        ...(await eraseOwn(tx, id)),
      ];
      await eraseScopedRoles(tx, id);
      const notices = await eraseNotices(tx, [...gone, ...(competition.code ? [competition.code] : [])]);
      await removeDocumentsOf(tx, gone);
      await forgetScope(tx, id, [...gone, ...notices]);
      const { title, code, organiserId } = competition;
      tx.record(rehearsalErased, { subjectId: id, scopeId: id, particulars: { title, code, organiserId } });
    });
  }

  private async upperLibs(tx: Tx, id: string): Promise<string[]> {
    const gone: string[] = [];
    const fromAbove = [...this.ports.all(RehearsalRemains)].sort((a, b) => b.floor - a.floor);
    for (const port of fromAbove) gone.push(...(await port.erase(tx, id)));
    return gone;
  }
}

const OWN = ['model_answer', 'correction', 'form_version', 'priority', 'criterion'];

async function eraseOwn(tx: Tx, id: string): Promise<string[]> {
  const acts = await tx.rows<{ id: string }>('delete from competitions.act where competition_id = $1 returning id', [
    id,
  ]);
  for (const table of OWN) await tx.change(`delete from competitions.${table} where competition_id = $1`, [id]);
  await tx.change('delete from competitions.competition where id = $1', [id]);
  return acts.map((act) => act.id);
}
