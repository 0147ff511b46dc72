export { complaintPaths } from './paths.js';
export { complaintAnswered, complaintRegistered } from './model/complaint.facts.js';
export type { Incoming, NewComplaint, Outcome } from './model/complaint.js';
export type { Correction } from './model/effect.js';
export { AnswerComplaint, type NewAnswer } from './use-cases/answer-complaint.js';
export { PlanComplaintSession } from './use-cases/plan-complaint-session.js';
export { RegisterComplaint, type ComplaintFile, type ComplaintFiles } from './use-cases/register-complaint.js';
export { TendComplaint } from './use-cases/tend-complaint.js';
