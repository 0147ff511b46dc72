export { inquiryPolicy } from './access/inquiry.policy.js';
export { inquiryAnswered, inquiryAsked, inquiryRefused } from './model/announcements.facts.js';
export { inquiryLifecycle } from './model/inquiry.lifecycle.js';
export { announcementPaths } from './paths.js';
export { AnswerInquiry } from './use-cases/answer-inquiry.js';
export { AskInquiry } from './use-cases/ask-inquiry.js';
export { NoteInquiry } from './use-cases/note-inquiry.js';
export { RefuseInquiry } from './use-cases/refuse-inquiry.js';
