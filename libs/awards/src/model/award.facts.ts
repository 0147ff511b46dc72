import { factKind } from '#libs/platform/facts';

/** The commission decided on one proposal, by signed minutes. */
export const lineAdopted = factKind('awards.line-adopted');
export const orderSigned = factKind('awards.order-signed');
export const awarded = factKind('awards.awarded');
/** The pot was changed after the allocation was adopted and before the order: the commission adopts it anew. */
export const allocationSetAside = factKind('awards.allocation-set-aside');
/** A part of the result file was published; the chain holds its root. */
export const resultPartPublished = factKind('awards.result-part-published');
/** How firmly the result stands was calculated; the calculation follows from signed sheets, so the chain need not hold it. */
export const resultWeighed = factKind('awards.result-weighed', { chained: false });
/** The chair answered what was found; the answer goes into the minutes. */
export const weighingAnswered = factKind('awards.weighing-answered');
