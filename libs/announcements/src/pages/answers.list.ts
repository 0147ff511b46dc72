import { defineList } from '#libs/platform/http';
import type { PublicAnswer } from '../queries/public-answers.js';

/** Answered questions about a call, the newest first. */
export const answersList = defineList<PublicAnswer>({
  name: 'answers',
  title: 'announcements:questions.title',
  search: { label: 'announcements:questions.search', in: ['wording', 'answer'] },
  columns: [
    { key: 'number', phrase: 'announcements:inquiry.number', kind: 'number' },
    { key: 'wording', phrase: 'announcements:inquiry.question', isHeading: true },
    { key: 'answer', phrase: 'announcements:inquiry.answer' },
    { key: 'answeredAt', phrase: 'announcements:inquiry.answeredAt', kind: 'instant' },
  ],
  order: 'number desc',
});
