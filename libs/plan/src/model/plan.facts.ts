import { factKind } from '#libs/platform/facts';

// In the chain of the plan.
export const planLaidOut = factKind('plan.laid-out');
export const classesExpanded = factKind('plan.classes-expanded');
export const consentChanged = factKind('plan.consent-changed');
export const measureNoted = factKind('plan.measure-noted');

// In the chain of the authority.
export const bodySaved = factKind('plan.body-saved');

export const territoriesImported = factKind('plan.territories-imported', { chained: false });
