import { factKind } from '#libs/platform/facts';

export const rulingRegistered = factKind('rulings.registered');
export const rulingReturned = factKind('rulings.returned');
export const rulingDropped = factKind('rulings.dropped');
/** From this moment a stay holds, or is lifted. */
export const rulingConfirmed = factKind('rulings.confirmed');
