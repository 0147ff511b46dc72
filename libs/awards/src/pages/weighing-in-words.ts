import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { pointsText } from '#libs/evaluation';
import { nearTheLine } from '../model/integrity/near-the-line.js';
import type { Change, PersonShift, WeighedProposal, WeighedResult } from '../model/integrity/weigh-result.js';
import type { AllocationRow } from '../model/allocation.js';
import type { WeighingView } from '../queries/weighing-for-page.js';
import { shiftText, weighingRows } from './weighing.list.js';

const t = (lang: Lang, key: string, data: Record<string, unknown> = {}) => phrase(lang, `awards:weighing.${key}`, data);

/** What the page says, in words and pictures, as far as the viewer may know it. */
export function weighingInWords(view: WeighingView, lang: Lang) {
  const { kept, level, own } = view;
  const found = kept !== null && typeof kept.content !== 'string' ? kept.content : null;
  const ownShift = own && { ...own, text: shiftText(own.shiftHundredths, lang) };
  if (found === null || level === 'own') return { found: null, rows: [], ownShift };
  const rated = view.allocation.rows;
  const byId = new Map(rated.map((row) => [row.applicationId, row]));
  return {
    found,
    ownShift,
    rows: weighingRows(found.rows, rated, (band) => bandText(band, lang)),
    apart: found.apartHundredths === null ? null : points(found.apartHundredths, lang),
    changes: found.changes.map((change) => changeInWords(change, view.names, byId, lang)),
    people: level === 'people' ? peopleInWords(found, view.names, lang) : [],
    bands: bandsOf(found, rated, byId, lang),
  };
}

/** A recalculation in words; whose sheets were left out is named only where people are shown. */
function changeInWords(
  { withoutPersonId, enters, leaves }: Change,
  names: ReadonlyMap<string, string>,
  byId: ReadonlyMap<string, AllocationRow>,
  lang: Lang,
) {
  const organisations = (ids: string[]) => ids.map((id) => byId.get(id)!.organisationShortName).join(', ');
  const name = withoutPersonId === null ? null : names.get(withoutPersonId);
  const key = withoutPersonId === null ? 'byCorrection' : name ? 'withoutNamed' : 'withoutOne';
  return { what: t(lang, key, { name }), enters: organisations(enters), leaves: organisations(leaves) };
}

/** The harshest first. */
function peopleInWords({ people }: WeighedResult, names: ReadonlyMap<string, string>, lang: Lang) {
  return [...people]
    .sort((a, b) => a.shiftHundredths - b.shiftHundredths)
    .map((one: PersonShift) => ({
      ...one,
      label: names.get(one.personId)!,
      note: t(lang, 'sheets', { count: one.sheets }),
      text: shiftText(one.shiftHundredths, lang),
      value: one.shiftHundredths / 100,
    }));
}

/** Bars from the best to the worst place, the legal place as a point, the line of money across. */
function bandsOf(
  found: WeighedResult,
  rated: readonly AllocationRow[],
  byId: ReadonlyMap<string, AllocationRow>,
  lang: Lang,
) {
  const fundedCount = rated.filter(({ computed }) => computed.outcome === 'funded').length;
  const near = nearTheLine(found, fundedCount);
  const last = found.rows.filter(({ place }) => place !== null).length + 1;
  const at = (place: number | null) => place ?? last;
  const shown = near.map((one) => ({
    ...{ label: byId.get(one.applicationId)!.organisationShortName, note: byId.get(one.applicationId)!.title },
    ...{ from: at(one.best), to: at(one.worst), at: at(one.place), text: bandText(one, lang) },
  }));
  const places = shown.flatMap(({ from, to }) => [from, to]);
  return { rows: shown, line: fundedCount + 0.5, first: Math.min(...places), last: Math.max(...places) };
}

function bandText({ best, worst }: Pick<WeighedProposal, 'best' | 'worst'>, lang: Lang): string {
  const below = t(lang, 'below');
  if (best === null) return below;
  return best === worst ? String(best) : `${best}–${worst ?? below}`;
}

const points = (hundredths: number, lang: Lang): string =>
  pointsText({ numerator: hundredths, denominator: 100 }, lang);
