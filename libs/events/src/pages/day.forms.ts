import { DayField, OneOfField, TextField, WholeNumberField } from '#libs/platform/http';
import { LIMITS } from '../model/limits.js';

const Count = (required: boolean): PropertyDecorator => WholeNumberField({ min: 0, max: LIMITS.count, required });
const Text = (max: number): PropertyDecorator => TextField({ max, required: false });

export class CodeForm {
  @TextField({ max: 20, code: 'events.no-such-code' }) code: string;
}

export class PaperForm {
  @TextField({ max: 60_000, code: 'events.nobody-typed' }) names: string;
}

export class CountsForm {
  @Count(true) onPaper: number;
  @Count(true) online: number;
  @Count(true) organisations: number;
  @Count(false) women: number | null;
  @Count(false) men: number | null;
  @Count(false) notStated: number | null;
}

export class OutcomeForm {
  @TextField({ max: LIMITS.outcome, code: 'events.outcome-short' }) summary: string;
  @Text(LIMITS.reason) nextSteps: string | null;
  @Text(LIMITS.reason) noDocumentReason: string | null;
}

export class MaterialForm {
  @TextField({ max: LIMITS.line, code: 'events.material-untitled' }) title: string;
}

export class MinutesForm {
  @Text(40) number: string | null;
  @TextField({ max: LIMITS.line, code: 'events.name-missing' }) chair: string;
  @TextField({ max: LIMITS.line, code: 'events.name-missing' }) secretary: string;
  @Text(LIMITS.minutes) present: string | null;
}

export class MinutesItemForm {
  @TextField({ max: LIMITS.minutes, code: 'events.heard-missing' }) heard: string;
  @Text(LIMITS.minutes) spoke: string | null;
  @Text(LIMITS.minutes) decided: string | null;
  @Text(LIMITS.line) responsible: string | null;
  @DayField({ required: false }) dueOn: string | null;
}

export class DecisionForm {
  @OneOfField(['done', 'dropped']) how: 'done' | 'dropped';
  @TextField({ max: LIMITS.reason, code: 'events.proof-missing' }) proof: string;
}
