/**
 * So many calendar days an organisation has to open a notice that starts a clock; then the officer phones.
 *
 * Source: none. Looked for on 26.11.2026 in the procedure № 1049 and in the orders of the oblasts: «не підтверджено».
 * Not a slot of the rule set, on purpose: a slot is announced, and binds applicants as law or by an order (decision
 * 0018). This number binds nobody outside. No term runs from it or ends by it (decision 0013); it only says when our
 * own officer picks up the telephone. When an act names it, it becomes a slot, and `startsClock` brings its value.
 */
export const UNREAD_DAYS = 3;
