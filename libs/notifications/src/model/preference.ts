import type { NoticeKind } from './notice-kinds.js';

/** How often letters about what is not obligatory come. */
export const FREQUENCIES = ['at-once', 'daily', 'cabinet'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export interface Preference {
  frequency: Frequency;
  /** Hour of the Kyiv clock, 0–23, of the daily letter. */
  dailyHour: number;
  /** Kinds that lie in the cabinet only. */
  muted: NoticeKind[];
}

/** Of whoever said nothing. */
export const DEFAULT_PREFERENCE: Preference = { frequency: 'at-once', dailyHour: 9, muted: [] };
