import { factKind } from '#libs/platform/facts';

export const planImported = factKind('measures.plan-imported');
