import type { Standing } from './alternatives.js';

/** Between which places a proposal stands in the legal rating and without each one person; null = below the passing score. */
export interface RankBand {
  best: number | null;
  worst: number | null;
}

/** Bands by proposal, made wider by one rating after another. */
export class RankBands extends Map<string, RankBand> {
  widen(standings: readonly Standing[]): void {
    for (const { applicationId, place } of standings) this.set(applicationId, widened(this.get(applicationId), place));
  }
}

function widened(band: RankBand | undefined, place: number | null): RankBand {
  if (!band) return { best: place, worst: place };
  return {
    best: band.best === null || place === null ? (band.best ?? place) : Math.min(band.best, place),
    worst: band.worst === null || place === null ? null : Math.max(band.worst, place),
  };
}
