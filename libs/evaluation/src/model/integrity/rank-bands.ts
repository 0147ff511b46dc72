import type { Alternative, Standing } from './alternatives.js';

/** Between which places a proposal stands in the legal rating and without each one person; null = below the passing score. */
export interface RankBand {
  best: number | null;
  worst: number | null;
}

export function rankBands(legal: readonly Standing[], alternatives: readonly Alternative[]): Map<string, RankBand> {
  const bands = new Map<string, RankBand>();
  for (const standings of [legal, ...alternatives.map((one) => one.standings)])
    for (const { applicationId, place } of standings)
      bands.set(applicationId, widened(bands.get(applicationId), place));
  return bands;
}

function widened(band: RankBand | undefined, place: number | null): RankBand {
  if (!band) return { best: place, worst: place };
  const places = [band.best, place].filter((one) => one !== null);
  return {
    best: places.length > 0 ? Math.min(...places) : null,
    worst: band.worst === null || place === null ? null : Math.max(band.worst, place),
  };
}
