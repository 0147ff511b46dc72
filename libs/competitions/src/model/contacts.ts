/** Any way of writing an address that a letter can reach. */
export const EMAIL_SHAPE = /^\S+@\S+\.\S+$/;
/** At least five digits; the rest is free: «(044) 123-45-67, дод. 12». */
export const PHONE_SHAPE = /^(\D*\d){5}/;
