import { KyivMomentField, OneOfField, TextField, TickField, WholeNumberField } from '#libs/platform/http';
import {
  NOTE_LENGTH_MAX,
  REASON_LENGTH_MAX,
  REFUSAL_GROUNDS,
  VERDICTS,
  type CheckAnswer,
  type RefusalGround,
  type Verdict,
} from '../model/admission.js';
import type { ProposalCheck } from '../use-cases/check-proposal.js';
import { PROPOSALS_MAX } from '../queries/admission-proposals.js';

const ANSWERS = ['passed', 'failed', 'open'] as const;
type Answer = (typeof ANSWERS)[number];
const VERSION_MAX = 1_000_000;
const PLACE_MAX = 300;

/** The officer's page of one proposal. */
export class AdmissionForm {
  @WholeNumberField({ min: 0, max: VERSION_MAX, code: 'applications.stale' }) version: number;
  @OneOfField(ANSWERS) documents: Answer;
  @TextField({ max: NOTE_LENGTH_MAX, required: false }) documentsNote: string | null;
  @OneOfField(ANSWERS) statements: Answer;
  @TextField({ max: NOTE_LENGTH_MAX, required: false }) statementsNote: string | null;
  @OneOfField(ANSWERS) filling: Answer;
  @TextField({ max: NOTE_LENGTH_MAX, required: false }) fillingNote: string | null;
  @OneOfField([...VERDICTS, 'open']) verdict: Verdict | 'open';
  @OneOfField(REFUSAL_GROUNDS, { required: false }) ground: RefusalGround | null;
  @TextField({ max: REASON_LENGTH_MAX, required: false }) reason: string | null;
  @TickField() needsVote = false;
}

export function proposalCheckOf(form: AdmissionForm): ProposalCheck {
  return {
    version: form.version,
    answers: {
      documents: answerOf(form.documents, form.documentsNote),
      statements: answerOf(form.statements, form.statementsNote),
      filling: answerOf(form.filling, form.fillingNote),
    },
    verdict: form.verdict === 'open' ? null : form.verdict,
    ground: form.ground,
    reason: form.reason ?? '',
    needsVote: form.needsVote,
  };
}

function answerOf(answer: Answer, note: string | null): CheckAnswer {
  return { passed: answer === 'open' ? null : answer === 'passed', note: note ?? '' };
}

/** The bulk act repeats how many proposals its preview has shown. */
export class AdmitTogetherForm {
  @WholeNumberField({ min: 1, max: PROPOSALS_MAX }) count: number;
}

export class AdmissionSessionForm {
  @KyivMomentField() plannedAt: Date;
  @TextField({ max: PLACE_MAX }) place: string;
}
