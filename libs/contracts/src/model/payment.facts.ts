import { factKind } from '#libs/platform/facts';

export const paymentOrdered = factKind('contracts.payment-ordered');
export const paymentApproved = factKind('contracts.payment-approved');
export const paymentMade = factKind('contracts.payment-made');
export const paymentCancelled = factKind('contracts.payment-cancelled');
export const statementTaken = factKind('contracts.statement-taken');
