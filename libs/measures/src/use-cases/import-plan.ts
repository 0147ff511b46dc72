import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { planPolicy } from '../access/plan.policy.js';
import { Direction } from '../model/direction.entity.js';
import { MeasureParty } from '../model/measure-party.entity.js';
import { Measure } from '../model/measure.entity.js';
import type { PlanFile } from '../model/plan-file.js';
import { Plan } from '../model/plan.entity.js';
import { planImported } from '../model/plan.facts.js';
import { rowsOfPlan } from '../model/rows-of-plan.js';

/** The authority whose plan it is. */
export interface PlanOrganiser {
  id: string;
  slug: string;
  name: string;
}

export interface ImportedPlan {
  planId: string;
  /** False when this very file had been imported before: then nothing was written. */
  isNew: boolean;
}

/**
 * Enters the approved plan of an authority for a year, as read by readPlanFile. The same file again changes nothing.
 * @throws Conflict `measures.other-plan-exists` for another file of the same authority and year: an approved plan is
 * never overwritten.
 */
@Injectable()
export class ImportPlan {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, organiser: PlanOrganiser, file: PlanFile): Promise<ImportedPlan> {
    return this.uow.run(ctx, async (tx) => {
      demand(planPolicy, 'import', tx.actor, { organiserId: organiser.id });
      // Two imports at once take turns: the second then sees the plan of the first.
      await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`plan ${organiser.id} ${file.year}`]);
      const sha256 = createHash('sha256').update(JSON.stringify(file)).digest('hex');
      return (await findImported(tx, organiser, file.year, sha256)) ?? write(tx, organiser, file, sha256);
    });
  }
}

async function findImported(
  tx: Tx,
  organiser: PlanOrganiser,
  year: number,
  sha256: string,
): Promise<ImportedPlan | null> {
  const plan = await tx.manager.findOneBy(Plan, { organiserId: organiser.id, year });
  if (plan && plan.sourceSha256 !== sha256) throw new Conflict('measures.other-plan-exists', { year });
  return plan && { planId: plan.id, isNew: false };
}

async function write(tx: Tx, organiser: PlanOrganiser, file: PlanFile, sha256: string): Promise<ImportedPlan> {
  const planId = newId();
  const { directions, measures, parties } = rowsOfPlan(planId, file);
  await tx.manager.insert(Plan, {
    id: planId,
    organiserId: organiser.id,
    organiserSlug: organiser.slug,
    organiserName: organiser.name,
    year: file.year,
    title: file.title,
    titleEn: file.titleEn ?? null,
    approvedByPosition: file.approval.position,
    approvedByName: file.approval.name,
    approvedOn: file.approval.on,
    signedByPosition: file.signature.position,
    signedByName: file.signature.name,
    sourceSha256: sha256,
    importedAt: tx.now,
  });
  await tx.manager.insert(Direction, directions);
  await tx.manager.insert(Measure, measures);
  await tx.manager.insert(MeasureParty, parties);
  tx.record(planImported, {
    subjectId: planId,
    scopeId: planId,
    particulars: { organiserId: organiser.id, year: file.year, measures: measures.length, sha256 },
  });
  return { planId, isNew: true };
}
