import { factKind } from '#libs/platform/facts';

/** The commission decided on one proposal, by signed minutes. */
export const lineAdopted = factKind('awards.line-adopted');
export const orderSigned = factKind('awards.order-signed');
export const awarded = factKind('awards.awarded');
/** The organisation agreed in writing to less than it asked for, with a corrected budget. */
export const offerConsented = factKind('awards.consented');
/** It declined less than it asked for. */
export const awardDeclined = factKind('awards.declined');
/** It was silent until the term of the consent was over. */
export const offerLapsed = factKind('awards.lapsed');
/** Freed money was given to the next in the rating, or the commission passed it over. */
export const nextAdopted = factKind('awards.next-adopted');
/** A draft of an additional competition for undistributed money. */
export const additionalOpened = factKind('awards.additional-opened');
/** Which way of allocation goes to the award session. */
export const wayChosen = factKind('awards.way-chosen');
/** The rating was changed by minutes, and an order gives another sum, or none. */
export const awardChanged = factKind('awards.changed');
/** A winner refused what it won. */
export const awardRefused = factKind('awards.refused');
/** The pot was changed after the allocation was adopted and before the order: the commission adopts it anew. */
export const allocationSetAside = factKind('awards.allocation-set-aside');
/** A part of the result file was published; the chain holds its root. */
export const resultPartPublished = factKind('awards.result-part-published');
/** How firmly the result stands was calculated; the calculation follows from signed sheets, so the chain need not hold it. */
export const resultWeighed = factKind('awards.result-weighed', { chained: false });
/** The chair answered what was found; the answer goes into the minutes. */
export const weighingAnswered = factKind('awards.weighing-answered');
