export const EMAIL_LENGTH_MAX = 254;

/** One address; nothing that a mail program would read as two. */
export const EMAIL_SHAPE = /^[^\s@<>"(),:;\\[\]]{1,64}@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\].]{2,}$/;
