/**
 * So many calendar days an organisation has to open a notice that starts a clock; then the officer phones.
 * No regulation that we know names the number: «не підтверджено».
 */
export const UNREAD_DAYS = 3;
