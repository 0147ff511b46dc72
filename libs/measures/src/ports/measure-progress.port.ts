import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** How one due time of a measure stands, in words of the language of the context. */
export interface MeasureStatus {
  measureId: string;
  /** Its place among the due times of the measure, from 0: of «щоквартально» there are four. */
  ordinal: number;
  text: string;
  tone: 'neutral' | 'info' | 'progress' | 'success' | 'warning' | 'danger' | 'closed';
}

/** A part of the page of a measure that an upper lib writes: a template of its own and what it shows. */
export interface MeasureChapter {
  template: string;
  model: Record<string, unknown>;
}

export interface PlanLink {
  text: string;
  /** Without the language prefix. */
  href: string;
}

export interface PlanOfProgress {
  id: string;
  organiserId: string;
  organiserSlug: string;
  year: number;
}

/** How a plan is carried out, for its public pages. Nothing that this actor may not see. */
@Port('many')
export abstract class MeasureProgress {
  abstract statuses(ctx: Context, reader: Reader, plan: PlanOfProgress): Promise<MeasureStatus[]>;
  abstract chapter(ctx: Context, reader: Reader, plan: PlanOfProgress, measureId: string): Promise<MeasureChapter>;
  /** What else there is about the plan: reports, bodies, the room of the officer. */
  abstract links(ctx: Context, plan: PlanOfProgress): Promise<PlanLink[]>;
}
