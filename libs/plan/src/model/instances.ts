import { dueDatesOf, quarterOf, quartersOf, windowOf, type Deadline, type Quarter } from '#libs/measures';

/** A quarter of a due time: what was done in it is reported after it. */
export interface NewSlice {
  year: number;
  quarter: Quarter;
  from: string;
  until: string;
}

export interface NewInstance {
  ordinal: number;
  from: string;
  dueOn: string;
  slices: NewSlice[];
}

/**
 * The due times of a measure by the shape of its deadline: «щоквартально» has four, every other shape has one with a
 * slice for each of its quarters. A month is a slice of its own length.
 */
export function instancesOf(deadline: Deadline, year: number): NewInstance[] {
  if (deadline.kind === 'every-quarter')
    return dueDatesOf(deadline, year).map((dueOn, ordinal) => {
      const slice = quarterSlice(year, quarterOf(dueOn));
      return { ordinal, from: slice.from, dueOn, slices: [slice] };
    });
  const { from, until } = windowOf(deadline, year);
  const slices = quartersOf(deadline).map((quarter) => cut(quarterSlice(year, quarter), from, until));
  return [{ ordinal: 0, from, dueOn: until, slices }];
}

/** The slices of a due time that was moved to other days. */
export function slicesBetween(from: string, until: string): NewSlice[] {
  const slices: NewSlice[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1)
    for (const quarter of [1, 2, 3, 4] as const) {
      const slice = quarterSlice(year, quarter);
      if (slice.from <= until && slice.until >= from) slices.push(cut(slice, from, until));
    }
  return slices;
}

export function quarterSlice(year: number, quarter: Quarter): NewSlice {
  const { from, until } = windowOf({ kind: 'quarters', from: quarter, to: quarter }, year);
  return { year, quarter, from, until };
}

const cut = (slice: NewSlice, from: string, until: string): NewSlice => ({
  ...slice,
  from: slice.from < from ? from : slice.from,
  until: slice.until > until ? until : slice.until,
});
