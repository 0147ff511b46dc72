import type { Lang } from '#libs/platform/access';
import { defineList, type ListShape } from '#libs/platform/http';
import { pointsText } from '#libs/evaluation';
import type { WeighedProposal } from '../model/integrity/weigh-result.js';
import type { AllocationRow } from '../model/allocation.js';

const W = 'awards:weighing.';

/** A proposal beside what the check found of it. */
export interface WeighingRow extends WeighedProposal {
  title: string;
  organisationName: string;
  registerCode: string;
  points: number;
  corrected: number;
  /** «3–7»; the worst may be below the passing score. */
  band: string;
}

const shape: Omit<ListShape<WeighingRow>, 'name'> = {
  title: `${W}table`,
  search: { label: `${W}search`, in: ['title', 'organisationName', 'registerCode'] },
  columns: [
    { key: 'place', phrase: `${W}place`, kind: 'number' },
    { key: 'title', phrase: `${W}proposal`, isHeading: true },
    { key: 'organisationName', phrase: `${W}organisation`, under: 'title' },
    { key: 'registerCode', phrase: `${W}code`, under: 'title' },
    { key: 'points', phrase: `${W}points`, kind: 'points' },
    { key: 'corrected', phrase: `${W}corrected`, kind: 'points' },
    { key: 'correctedPlace', phrase: `${W}correctedPlace`, kind: 'number' },
    { key: 'band', phrase: `${W}band`, sort: false },
    { key: 'spread', phrase: `${W}spread`, kind: 'number' },
  ],
  order: 'place nulls last',
};

/** For the chair and, after the order, the commission and the authority. */
export const weighingList = defineList<WeighingRow>({ name: 'weighing', ...shape });
/** For everybody, where the conditions say so. */
export const publicWeighingList = defineList<WeighingRow>({ name: 'public-weighing', ...shape });

export function weighingRows(
  weighed: readonly WeighedProposal[],
  rated: readonly AllocationRow[],
  inWords: (band: Pick<WeighedProposal, 'best' | 'worst'>) => string,
): WeighingRow[] {
  const byId = new Map(rated.map((row) => [row.applicationId, row]));
  return weighed.map((one) => {
    const { title, organisationShortName, registerCode, score } = byId.get(one.applicationId)!;
    return {
      ...one,
      ...{ title, organisationName: organisationShortName, registerCode, band: inWords(one) },
      points: score.numerator / score.denominator,
      corrected: one.correctedHundredths / 100,
    };
  });
}

/** «+1,20» / «−0,40»: by how much a person marks above or below the others. */
export function shiftText(hundredths: number, lang: Lang): string {
  const sign = hundredths > 0 ? '+' : hundredths < 0 ? '−' : '';
  return sign + pointsText({ numerator: Math.abs(hundredths), denominator: 100 }, lang);
}
