import { factKind } from '#libs/platform/facts';

/** The commission decided on one proposal, by signed minutes. */
export const lineAdopted = factKind('awards.line-adopted');
export const orderSigned = factKind('awards.order-signed');
export const awarded = factKind('awards.awarded');
