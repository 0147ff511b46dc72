import { Equals } from 'class-validator';
import { KyivMomentField, TextField, TickField } from '#libs/platform/http';

export const ORDER_NUMBER_MAX = 40;
const PLACE_MAX = 300;
const ANSWER_MAX = 3000;

/** When and where the commission sits. */
export class AwardSessionForm {
  @KyivMomentField()
  plannedAt: Date;

  @TextField({ max: PLACE_MAX, code: 'awards.place-missing' })
  place: string;
}

export class OrderForm {
  /** As the authority numbers its orders: «112-од», «45/01». */
  @TextField({
    max: ORDER_NUMBER_MAX,
    code: 'awards.number-missing',
    pattern: /^[\p{L}\d][\p{L}\d ./–-]*$/u,
    patternCode: 'awards.order-number',
  })
  number: string;

  @Equals(true, { message: 'awards.confirm' })
  @TickField()
  confirmed = false;
}

/** What the chair says of the check of the result. */
export class WeighingAnswerForm {
  @TextField({ max: ANSWER_MAX, code: 'awards.answer-missing' })
  answer: string;
}
