import { choicesOf, defineList } from '#libs/platform/http';
import { QUESTION_SOURCES, QUESTION_STATES, type QuestionRow } from '../model/conflict-question.js';
import { evaluationPaths } from '../paths.js';

const Q = 'evaluation:questions.';
const TONES = { open: 'progress', cleared: 'success', upheld: 'danger' };

/** Every question about a conflict of interest in a competition, the open ones first. */
export const conflictQuestionsList = defineList<QuestionRow>({
  name: 'conflict-questions',
  title: `${Q}title`,
  search: { label: `${Q}search`, in: ['fullName', 'title', 'organisationName', 'registerCode'] },
  filters: [
    { name: 'state', label: `${Q}state`, any: `${Q}any`, choices: choicesOf(QUESTION_STATES, `${Q}states.`) },
    { name: 'source', label: `${Q}source`, any: `${Q}any`, choices: choicesOf(QUESTION_SOURCES, `${Q}sources.`) },
  ],
  columns: [
    {
      key: 'fullName',
      phrase: `${Q}person`,
      isHeading: true,
      href: ({ mayAnswer, competitionId, id }) =>
        mayAnswer ? evaluationPaths.conflictQuestion(competitionId, id) : null,
    },
    { key: 'title', phrase: 'evaluation:rating.proposal' },
    { key: 'registerCode', phrase: 'evaluation:rating.registerCode', under: 'title' },
    { key: 'organisationName', phrase: 'evaluation:rating.organisation', under: 'title' },
    {
      key: 'question',
      phrase: `${Q}question`,
      value: ({ source, sign, detail, reason }, { t }) =>
        source === 'data' ? t(`${Q}signs.${sign}`, { detail }) : `${t(`${Q}sources.${source}`)}: ${reason}`,
    },
    { key: 'state', phrase: `${Q}state`, kind: 'state', words: `${Q}states.`, tone: ({ state }) => TONES[state] },
    { key: 'decisionReason', phrase: `${Q}decision`, under: 'state' },
    { key: 'decidedBy', phrase: `${Q}decidedBy`, under: 'state' },
    { key: 'raisedAt', phrase: `${Q}raisedAt`, kind: 'instant' },
  ],
  order: `(state <> 'open'), "registerCode", "fullName", id`,
  pageSize: 50,
});
