import { factKind } from '#libs/platform/facts';

export const complaintRegistered = factKind('complaints.registered');
export const complaintAssigned = factKind('complaints.assigned');
export const complaintExtended = factKind('complaints.extended');
export const complaintWithdrawn = factKind('complaints.withdrawn');
export const answerProposed = factKind('complaints.answer-proposed');
export const answerReturned = factKind('complaints.answer-returned');
export const complaintAnswered = factKind('complaints.answered');
export const complaintCarried = factKind('complaints.carried');
