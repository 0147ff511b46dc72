import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** Something that happens under a measure: a competition, an event, a consultation. */
export interface MeasureActivity {
  measureId: string;
  /** What it is, in words of the language of the context: «Конкурс». */
  kind: string;
  /** In the language of the context where a translation exists. */
  title: string;
  titleLang: 'uk' | 'en';
  /** The state in words, in the language of the context: «триває прийом пропозицій». */
  state: string;
  tone: 'neutral' | 'info' | 'progress' | 'success' | 'warning' | 'danger' | 'closed';
  /** Without the language prefix, as `listPath`: where all of this kind under the measure stand. */
  path: string;
  listPath: string;
  year: number;
}

/**
 * What upper libs do under the measures of a plan. Implement it with @Implements(MeasureActivities) and list only what
 * this actor may see: the pages of the plan are public. One statement for all the measures, newest first, of each
 * measure not more than `limit`.
 */
@Port('many')
export abstract class MeasureActivities {
  abstract list(ctx: Context, db: Reader, measureIds: readonly string[], limit: number): Promise<MeasureActivity[]>;
}
