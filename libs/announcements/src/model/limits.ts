/** Texts in characters, lists in items. */
export const LIMITS = Object.freeze({
  words: 2_000,
  wording: 2_000,
  answer: 5_000,
  refusalReason: 1_000,
  /** Questions of one competition that wait for an answer; more are not taken until some are answered. */
  waiting: 200,
  /** Subscribers of one thing. */
  subscribers: 5_000,
  subscriptionsOfPerson: 100,
  /** An unconfirmed subscription is forgotten after so many days. */
  unconfirmedDays: 7,
  /** A subscription to one competition is forgotten so many days after the competition is over. */
  daysAfterEnd: 90,
});
