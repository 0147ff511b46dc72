import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  Validate,
  ValidateNested,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { isDay } from '#libs/platform/clock';

/* What a value in a plan file may be. Messages are codes of phrases. */
const TEXT_MAX = 2_000;

type PartClass = () => new () => object;

function all(...checks: PropertyDecorator[]): PropertyDecorator {
  return (target, key) => checks.forEach((check) => check(target, key));
}

/** Text that says something: blanks alone do not. */
export function Text(max = TEXT_MAX): PropertyDecorator {
  return all(
    MaxLength(max, { message: 'platform.too-long', context: { max } }),
    Matches(/\S/, { message: 'platform.required' }),
    MinLength(1, { message: 'platform.required' }),
    IsString({ message: 'platform.required' }),
  );
}

export function WholeNumber(min: number, max: number): PropertyDecorator {
  const range = { message: 'platform.number-range', context: { min, max } };
  return all(Max(max, range), Min(min, range), IsInt(range));
}

@ValidatorConstraint()
class ExistingDay implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && isDay(value);
  }
}

/** 'YYYY-MM-DD' of a day that exists. */
export function Day(): PropertyDecorator {
  return Validate(ExistingDay, { message: 'platform.day' });
}

/** One part of the file with a shape of its own. */
export function Part(part: PartClass): PropertyDecorator {
  const missing = { message: 'platform.required' };
  return all(ValidateNested(missing), Type(part), IsObject(missing));
}

/** A list of parts, at least one. */
export function Parts(part: PartClass, max: number): PropertyDecorator {
  const missing = { message: 'platform.required' };
  return all(
    ValidateNested({ each: true, ...missing }),
    Type(part),
    ArrayMaxSize(max, { message: 'measures.too-many-parts', context: { max } }),
    ArrayMinSize(1, missing),
    IsArray(missing),
  );
}
