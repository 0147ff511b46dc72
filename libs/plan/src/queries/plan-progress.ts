import { Injectable } from '@nestjs/common';
import {
  MeasureProgress,
  planPaths,
  quarterInWords,
  type MeasureChapter,
  type MeasureStatus,
  type PlanLink,
  type PlanOfProgress,
  type Quarter,
} from '#libs/measures';
import { holds, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database, type Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { isHindered } from '../model/body.js';
import { isBound } from '../model/consent.lifecycle.js';
import { isOverdue, shownState, STATE_TONES } from '../model/instance.lifecycle.js';
import { planWorkPaths } from '../paths.js';
import { ReadEvidence } from './evidence.js';
import { partyBodiesOf, type PartyBodyRow } from './measure-work.js';
import { instancesOfPlan, type InstanceRow } from './plan-desk.js';

/** The newest pieces of a measure on its public page; the reports of the quarters have them all. */
const EVIDENCE_SHOWN = 10;

interface NoteRow {
  plainTitle: string | null;
  expectedResult: string | null;
  nextStep: string | null;
  contact: string | null;
}

/** How a plan is carried out, for the public pages of `measures`. */
@Implements(MeasureProgress)
@Injectable()
export class PlanProgress implements MeasureProgress {
  constructor(
    private readonly db: Database,
    private readonly evidence: ReadEvidence,
  ) {}

  async statuses(ctx: Context, reader: Reader, plan: PlanOfProgress): Promise<MeasureStatus[]> {
    const today = kyivDay(ctx.now);
    return (await instancesOfPlan(reader, plan.id)).map((one) => ({
      ...{ measureId: one.measureId, ordinal: one.ordinal },
      ...statusOf(one, today, ctx),
    }));
  }

  async chapter(ctx: Context, reader: Reader, plan: PlanOfProgress, measureId: string): Promise<MeasureChapter> {
    const today = kyivDay(ctx.now);
    const instances = (await instancesOfPlan(reader, plan.id)).filter((one) => one.measureId === measureId);
    const evidence = await this.evidence.execute(reader, plan.id, today, measureId);
    const counted = evidence.filter(({ state }) => state !== 'excluded');
    const note = await reader.one<NoteRow>(
      `select plain_title as "plainTitle", expected_result as "expectedResult", next_step as "nextStep", contact
         from plan.measure_note where measure_id = $1`,
      [measureId],
    );
    return {
      template: 'plan/measure-chapter.njk',
      model: {
        note: note ?? {},
        instances: instances.map((one) => ({ ...one, status: statusOf(one, today, ctx) })),
        // What an officer has excluded is no evidence; what nobody has looked at yet is said to be so.
        evidence: counted
          .slice(-EVIDENCE_SHOWN)
          .map((one) => ({ ...one, text: one.words[ctx.lang] }))
          .reverse(),
        earlierCount: Math.max(0, counted.length - EVIDENCE_SHOWN),
        groups: groupsOf(await partyBodiesOf(reader, measureId), today),
      },
    };
  }

  async links(ctx: Context, plan: PlanOfProgress): Promise<PlanLink[]> {
    const { id, organiserId, organiserSlug: slug, year } = plan;
    const reports = await this.db.rows<{ quarter: Quarter }>(
      `select quarter from plan.report where plan_id = $1 and state = 'signed' order by quarter`,
      [id],
    );
    const t = (key: string, data = {}) => phrase(ctx.lang, `plan:${key}`, data);
    return [
      ...reports.map(({ quarter }) => ({
        text: t('report.title', { quarter: quarterInWords(quarter, ctx.lang), year }),
        href: planWorkPaths.publicReport(slug, year, quarter),
      })),
      { text: t('public.csv'), href: planPaths.data(slug, year, 'csv') },
      { text: t('public.json'), href: planPaths.data(slug, year, 'json') },
      ...(holds(ctx.actor, ['officer', 'director'], organiserId)
        ? [{ text: t('desk.title', { year }), href: planWorkPaths.desk(id) }]
        : []),
    ];
  }
}

export function statusOf(
  one: InstanceRow,
  today: string,
  ctx: Pick<Context, 'lang'>,
): Pick<MeasureStatus, 'text' | 'tone'> {
  if (isOverdue(one, today)) return { text: phrase(ctx.lang, 'plan:instance.overdue'), tone: 'danger' };
  const state = shownState(one, today);
  return { text: phrase(ctx.lang, `plan:instance.state.${state}`), tone: STATE_TONES[state] };
}

/** Who must or said yes; who took nothing upon itself; who cannot. The authority itself is among the first. */
function groupsOf(bodies: readonly PartyBodyRow[], today: string) {
  const isNow = (one: PartyBodyRow) => isHindered(one, today);
  return {
    bound: bodies.filter((one) => isBound(one.consent) && !isNow(one)),
    hindered: bodies.filter((one) => isBound(one.consent) && isNow(one)),
    notBound: bodies.filter((one) => !isBound(one.consent)),
  };
}
