/** Texts in characters, lists in items. */
export const LIMITS = Object.freeze({
  title: 200,
  /** Told in every list and letter: who, what, what for. */
  summary: 240,
  description: 6_000,
  line: 300,
  url: 500,
  phone: 60,
  name: 150,
  /** Who comes together, and their names. */
  group: 200,
  names: 5_000,
  /** An address that never said yes is forgotten after so many days. */
  unconfirmedDays: 2,
  reason: 1_000,
  capacity: 5_000,
  cutoffHours: 240,
  /** Answers and needs of access are kept so long after the report, contacts so long after the day. */
  answersDays: 90,
  contactsMonths: 12,
  /** Of one event. */
  slots: 200,
  slotMinutes: 600,
  outcome: 10_000,
  minutes: 5_000,
  minutesItems: 100,
  materials: 30,
  /** Lines of a paper sheet that are typed at once. */
  paperLines: 300,
  count: 100_000,
  /** Letters that one transaction writes; the next ones wait for their turn. */
  lettersAtOnce: 100,
  /** Of one authority at a time. */
  drafts: 500,
  /** So many of the next and the latest stand in a feed. */
  feed: 100,
  /** A cancelled event stays in the feed so many days after its day, and so does one that was held. */
  feedDays: 60,
});
