/** Texts in characters, lists in items. */
export const LIMITS = Object.freeze({
  title: 200,
  /** Told in every list and letter: who, what, what for. */
  summary: 240,
  description: 6_000,
  line: 300,
  url: 500,
  phone: 60,
  reason: 1_000,
  capacity: 5_000,
  cutoffHours: 240,
  /** Of one authority at a time. */
  drafts: 500,
  /** So many of the next and the latest stand in a feed. */
  feed: 100,
  /** A cancelled event stays in the feed so many days after its day, and so does one that was held. */
  feedDays: 60,
});
