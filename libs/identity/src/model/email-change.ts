/** A request that nobody has confirmed for so long is over; by real time. */
export const EMAIL_CHANGE_OPEN_HOURS = 72;
