/** Texts in characters, lists in items. */
export const LIMITS = Object.freeze({
  words: 2_000,
  wording: 2_000,
  answer: 5_000,
  refusalReason: 1_000,
  /** Questions of one competition that wait for an answer; more are not taken until some are answered. */
  waiting: 200,
});
