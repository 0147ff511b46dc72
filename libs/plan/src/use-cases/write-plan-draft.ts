import { Injectable } from '@nestjs/common';
import { organisers } from '#libs/identity';
import { ImportPlan, PlanOverview, readPlanFile } from '#libs/measures';
import { demand, type Context } from '#libs/platform/access';
import { Database, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField, NotFound } from '#libs/platform/errors';
import { planWorkPolicy } from '../access/plan-work.policy.js';
import { LIMITS } from '../model/limits.js';
import { planDrafted } from '../model/plan.facts.js';
import { planFileOf, problemsOf, type Approval } from '../model/plan-file-of-rows.js';
import type { DraftRow } from '../model/plan-rows.js';
import { readPlanTable } from '../model/read-plan-table.js';
import { draftById, knownParties } from '../queries/find-draft.js';
import { planById } from '../queries/find-plan.js';
import { readCells } from './read-cells.js';

interface NewDraft {
  organiserId: string;
  year: number;
  source: 'plan' | 'file';
  sourceName: string;
  title: string;
  rows: DraftRow[];
}

/** A plan that is being written: read from a file or begun from an earlier plan, mended row by row, approved. */
@Injectable()
export class WritePlanDraft {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly db: Database,
    private readonly overview: PlanOverview,
    private readonly importPlan: ImportPlan,
  ) {}

  /** Reads a DOCX, XLSX or CSV of the shape of the plan; nothing is a plan yet. @returns the id of the draft */
  async fromFile(
    ctx: Context,
    { organiserId, year, file }: { organiserId: string; year: number; file: { name: string; content: Buffer } },
  ): Promise<string> {
    demand(planWorkPolicy, 'work', ctx.actor, { organiserId });
    const rows = readPlanTable(await readCells(file, ['docx', 'xlsx', 'csv']));
    if (rows.length === 0) throw invalidField('file', 'plan.file-no-measures');
    if (rows.length > LIMITS.measures) throw invalidField('file', 'plan.too-many-measures', { max: LIMITS.measures });
    return this.insert(ctx, { organiserId, year, source: 'file', sourceName: file.name, title: '', rows });
  }

  /** The plan of the next year begins as this one: wording, deadlines, parties. */
  async fromPlan(ctx: Context, planId: string): Promise<string> {
    const plan = await planById(this.db, ctx.actor, planId);
    demand(planWorkPolicy, 'work', ctx.actor, plan);
    const { directions, title } = await this.overview.execute(plan.organiserSlug, plan.year);
    const year = plan.year + 1;
    const rows = directions.flatMap(({ number, title: directionTitle, measures }) =>
      measures.map((measure) => ({
        ...{ directionNumber: number, directionTitle, number: measure.number, title: measure.title },
        deadlineText: measure.deadlineText,
        parties: measure.parties.map((one) => one.officialText + (one.byConsent ? ' (за згодою)' : '')).join(', '),
      })),
    );
    const next = {
      source: 'plan' as const,
      sourceName: String(plan.year),
      title: title.replaceAll(String(plan.year), String(year)),
    };
    return this.insert(ctx, { organiserId: plan.organiserId, year, rows, ...next });
  }

  /** `number`: the row that is changed; null adds one. `row`: null takes it out. */
  saveRow(ctx: Context, id: string, number: string | null, row: DraftRow | null): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const draft = await this.lock(tx, id);
      if (number !== null && !draft.rows.some((one) => one.number === number)) throw new NotFound();
      const others = draft.rows.filter((one) => one.number !== number);
      if (row && others.some((one) => one.number === row.number)) throw invalidField('number', 'plan.number-twice');
      if (others.length >= LIMITS.measures && number === null)
        throw new Conflict('plan.too-many-measures', { max: LIMITS.measures });
      const rows = [...others, ...(row ? [row] : [])].sort((a, b) =>
        a.number.localeCompare(b.number, 'uk', { numeric: true }),
      );
      // The title of a direction is one for all of its measures.
      const whole = row
        ? rows.map((one) =>
            one.directionNumber === row.directionNumber ? { ...one, directionTitle: row.directionTitle } : one,
          )
        : rows;
      await tx.change('update plan.plan_draft set rows = $2, version = version + 1 where id = $1', [
        id,
        JSON.stringify(whole),
      ]);
    });
  }

  /** It becomes the plan of the year, word for word. @throws InvalidInput, Conflict while something is lacking */
  async approve(ctx: Context, id: string, approval: Approval): Promise<string> {
    const draft = await draftById(this.db, ctx.actor, id);
    demand(planWorkPolicy, 'work', ctx.actor, draft);
    if (problemsOf(draft.rows).length > 0) throw new Conflict('plan.draft-has-problems');
    const file = readPlanFile(planFileOf(draft.year, draft.rows, approval, await knownParties(this.db)));
    const organiser = (await organisers(this.db)).find((one) => one.id === draft.organiserId)!;
    const { planId } = await this.importPlan.execute(ctx, organiser, file);
    await this.drop(ctx, id);
    return planId;
  }

  drop(ctx: Context, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await this.lock(tx, id);
      await tx.change('delete from plan.plan_draft where id = $1', [id]);
    });
  }

  private insert(ctx: Context, draft: NewDraft): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const id = newId();
      const { organiserId, year, source, sourceName, title, rows } = draft;
      await tx.change(
        `insert into plan.plan_draft (id, organiser_id, year, source, source_name, title, rows, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, organiserId, year, source, sourceName, title, JSON.stringify(rows), tx.actor.personId, tx.now],
      );
      tx.record(planDrafted, { subjectId: id, particulars: { year, source, measures: rows.length } });
      return id;
    });
  }

  private async lock(tx: Tx, id: string) {
    const draft = await draftById(tx, tx.actor, id);
    demand(planWorkPolicy, 'work', tx.actor, draft);
    await tx.rows('select id from plan.plan_draft where id = $1 for update', [id]);
    return draftById(tx, tx.actor, id);
  }
}
