import { IsBoolean, IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';
import { QUARTERS, type Quarter } from './deadline.js';
import { Day, Part, Parts, Text, WholeNumber } from './plan-file-fields.js';

/*
 * The shape of a plan file: the yearly plan of any authority as it was approved, word for word, together with the
 * shapes of its deadlines and stable keys of its parties. `data/plan-2020.json` is the first one.
 * English texts are unofficial translations.
 */
export const FIRST_YEAR = 1991;
export const LAST_YEAR = 2200;
const DIRECTIONS_MAX = 50;
const MEASURES_MAX = 100;
const PARTIES_MAX = 200;
const NAME_MAX = 300;
const KEY_MAX = 80;
const KEY = /^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** Who approved or signed: the position as it stood on that day, and the name. */
export class Signatory {
  @Text()
  position: string;

  @Text(NAME_MAX)
  name: string;
}

export class Approval extends Signatory {
  @Day()
  on: string;
}

/** A body, or a class of bodies, that carries measures out. The key never changes, the name may be spelled in full. */
export class PartyPart {
  @Matches(KEY, { message: 'measures.party-key' })
  key: string;

  @Text(NAME_MAX)
  name: string;

  @IsOptional()
  @Text(NAME_MAX)
  nameEn?: string;
}

/** A party of one measure, in the official words and with its own «за згодою» mark. */
export class MeasurePartyPart {
  @Text(KEY_MAX)
  party: string;

  @Text(NAME_MAX)
  text: string;

  @IsBoolean({ message: 'platform.choose' })
  byConsent: boolean;
}

/** «Строк виконання»: the official words and the shape; see deadline.ts. */
export class DeadlinePart {
  @Text(NAME_MAX)
  text: string;

  @IsIn(['quarters', 'all-year', 'every-quarter', 'month'], { message: 'measures.deadline-kind' })
  kind: 'quarters' | 'all-year' | 'every-quarter' | 'month';

  @ValidateIf((deadline: DeadlinePart) => deadline.kind === 'quarters')
  @IsIn(QUARTERS, { message: 'measures.deadline-quarter' })
  from?: Quarter;

  @ValidateIf((deadline: DeadlinePart) => deadline.kind === 'quarters')
  @IsIn(QUARTERS, { message: 'measures.deadline-quarter' })
  to?: Quarter;

  @ValidateIf((deadline: DeadlinePart) => deadline.kind === 'month')
  @WholeNumber(1, 12)
  month?: number;
}

export class MeasurePart {
  @Matches(/^\d{1,2}\.\d{1,3}$/, { message: 'measures.measure-number' })
  number: string;

  @Text()
  title: string;

  @IsOptional()
  @Text()
  titleEn?: string;

  @Part(() => DeadlinePart)
  deadline: DeadlinePart;

  @Parts(() => MeasurePartyPart, PARTIES_MAX)
  parties: MeasurePartyPart[];
}

export class DirectionPart {
  @WholeNumber(1, 99)
  number: number;

  @Text()
  title: string;

  @IsOptional()
  @Text()
  titleEn?: string;

  @Parts(() => MeasurePart, MEASURES_MAX)
  measures: MeasurePart[];
}

export class PlanFile {
  @WholeNumber(FIRST_YEAR, LAST_YEAR)
  year: number;

  @Text()
  title: string;

  @IsOptional()
  @Text()
  titleEn?: string;

  @Part(() => Approval)
  approval: Approval;

  @Part(() => Signatory)
  signature: Signatory;

  @Parts(() => PartyPart, PARTIES_MAX)
  parties: PartyPart[];

  @Parts(() => DirectionPart, DIRECTIONS_MAX)
  directions: DirectionPart[];
}
