import { factKind } from '#libs/platform/facts';

// In the chain of the plan.
export const planLaidOut = factKind('plan.laid-out');
export const classesExpanded = factKind('plan.classes-expanded');
export const consentChanged = factKind('plan.consent-changed');
export const measureNoted = factKind('plan.measure-noted');
export const evidenceDecided = factKind('plan.evidence-decided');
export const instanceChanged = factKind('plan.instance-changed');
export const lettersSet = factKind('plan.letters-set');
export const answersSent = factKind('plan.answers-sent');
export const answersDecided = factKind('plan.answers-decided');
export const answersAsked = factKind('plan.answers-asked');
export const reportDrafted = factKind('plan.report-drafted');
export const reportChecked = factKind('plan.report-checked');
export const reportReturned = factKind('plan.report-returned');
export const reportSigned = factKind('plan.report-signed');
export const reportCorrected = factKind('plan.report-corrected');

// In the chain of the authority.
export const bodySaved = factKind('plan.body-saved');

export const territoriesImported = factKind('plan.territories-imported', { chained: false });
export const planDrafted = factKind('plan.plan-drafted', { chained: false });
