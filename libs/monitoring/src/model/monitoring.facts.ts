import { factKind } from '#libs/platform/facts';

export const projectOpened = factKind('monitoring.project-opened');
export const reportTermMoved = factKind('monitoring.report-term-moved');
export const reportSubmitted = factKind('monitoring.report-submitted');
export const reportReturned = factKind('monitoring.report-returned');
export const reportAccepted = factKind('monitoring.report-accepted');
export const expensesChecked = factKind('monitoring.expenses-checked');
export const findingWarned = factKind('monitoring.finding-warned');
export const findingAnswered = factKind('monitoring.finding-answered');
export const findingDecided = factKind('monitoring.finding-decided');
export const conclusionShown = factKind('monitoring.conclusion-shown');
export const conclusionObjected = factKind('monitoring.conclusion-objected');
export const conclusionAgreed = factKind('monitoring.conclusion-agreed');
export const objectionAnswered = factKind('monitoring.objection-answered');
export const conclusionApproved = factKind('monitoring.conclusion-approved');
export const refundNoted = factKind('monitoring.refund-noted');
export const programmeEvaluated = factKind('monitoring.programme-evaluated');
export const programmePresented = factKind('monitoring.programme-presented');
