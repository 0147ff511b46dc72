import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** Something that has happened under a measure, and the fact of the trail that proves it. */
export interface EvidencePiece {
  /** Id of the fact (facts.fact): one fact is evidence once, however often it is read. */
  factId: string;
  measureId: string;
  /** The Kyiv day on which it counts: the day of the event itself, not of its record. */
  happenedOn: string;
  /** One sentence of a report, without its date: «Оголошено конкурс „Спроможна громада“». */
  words: Record<Lang, string>;
  /** The public page of it, without the language prefix. */
  path: string | null;
  /** What may be added up over a quarter: `attended`, `organisations`; the words are `measures:figure.<name>`. */
  figures: Partial<Record<Figure, number>>;
}

/** Words that are made when somebody reads them: of a hundred pieces a page shows ten. */
export const wordsWhenRead = (inWords: (lang: Lang) => string): EvidencePiece['words'] => ({
  get uk() {
    return inWords('uk');
  },
  get en() {
    return inWords('en');
  },
});

export const FIGURES = [
  'events',
  'attended',
  'organisations',
  'proposals',
  'accepted',
  'awards',
  'awardedKop',
] as const;
export type Figure = (typeof FIGURES)[number];

/**
 * What upper libs know to have happened under the measures of a plan: evidence of their execution. Implement it with
 * @Implements(MeasureEvidence) beside your facts; what is listed is suggested to the officer, who confirms or excludes
 * it. Only what everybody may know, both days inclusive, one statement for all the measures.
 */
@Port('many')
export abstract class MeasureEvidence {
  abstract list(reader: Reader, measureIds: readonly string[], from: string, until: string): Promise<EvidencePiece[]>;
}
