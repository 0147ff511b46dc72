/** A request about an account that no second person has confirmed for so long is over; by real time. */
export const REQUEST_OPEN_HOURS = 72;
