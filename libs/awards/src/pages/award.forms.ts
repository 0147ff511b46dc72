import { Equals } from 'class-validator';
import { ORDER_NUMBER, ORDER_NUMBER_MAX } from '#libs/documents';
import { DayField, KyivMomentField, TextField, TickField, type FormBody } from '#libs/platform/http';
import { NOTE_MAX, type Departure } from '../model/director-lines.js';

const PLACE_MAX = 300;
const ANSWER_MAX = 3000;
const TITLE_MAX = 300;

/** When and where the commission sits. */
export class AwardSessionForm {
  @KyivMomentField()
  plannedAt: Date;

  @TextField({ max: PLACE_MAX, code: 'awards.place-missing' })
  place: string;
}

export class OrderForm {
  @TextField({
    max: ORDER_NUMBER_MAX,
    code: 'awards.number-missing',
    pattern: ORDER_NUMBER,
    patternCode: 'awards.order-number',
  })
  number: string;

  @Equals(true, { message: 'awards.confirm' })
  @TickField()
  confirmed = false;
}

/** rule 51: an additional competition for undistributed money. */
export class AdditionalCallForm {
  @TextField({ max: TITLE_MAX, code: 'awards.title-missing' })
  title: string;

  @DayField({ code: 'awards.announced-missing' })
  announcedOn: string;
}

/** What the chair says of the check of the result. */
export class WeighingAnswerForm {
  @TextField({ max: ANSWER_MAX, code: 'awards.answer-missing' })
  answer: string;
}

/** Where the director distributes the money: for each proposal a tick `decline-<id>` and words `note-<id>`. */
export function departuresOf(body: FormBody): Map<string, Departure> {
  const found = new Map<string, Departure>();
  for (const [name, value] of Object.entries(body)) {
    const [, kind, id] = /^(decline|note)-([0-9a-f-]{36})$/.exec(name) ?? [];
    if (!id || typeof value !== 'string') continue;
    const one = found.get(id) ?? { isDeclined: false, note: '' };
    found.set(
      id,
      kind === 'decline' ? { ...one, isDeclined: true } : { ...one, note: value.trim().slice(0, NOTE_MAX) },
    );
  }
  return found;
}
