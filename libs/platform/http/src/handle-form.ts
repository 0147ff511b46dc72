import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { DomainError, InvalidInput, type ErrorKind, type FieldError } from '#libs/platform/errors';
import type { FailedForm, FormBody } from './failed-form.js';
import type { Result } from './results.js';

/** Failures that the person can mend on the form itself. */
const MENDABLE: readonly ErrorKind[] = ['invalid', 'conflict', 'too-many', 'busy'];

/**
 * One submit of one form: checks the body against its shape (a class with form-field decorators), acts, moves on.
 * On a failure that can be mended the page comes back with every input kept.
 */
export async function handleForm<Shape extends object, Done>(step: {
  body: FormBody;
  shape: ClassConstructor<Shape>;
  act: (input: Shape) => Promise<Done>;
  next: (done: Done) => Result;
  again: (form: FailedForm) => Promise<Result>;
}): Promise<Result> {
  try {
    return step.next(await step.act(await readForm(step.shape, step.body)));
  } catch (error) {
    if (!(error instanceof DomainError) || !MENDABLE.includes(error.kind)) throw error;
    const errors = error.fields.length > 0 ? error.fields : [{ field: '', code: error.code, data: error.data }];
    return step.again({ errors, values: step.body });
  }
}

/** @throws InvalidInput with every problem, in the order of the shape's fields. */
export async function readForm<Shape extends object>(shape: ClassConstructor<Shape>, body: FormBody): Promise<Shape> {
  const input = plainToInstance(shape, body ?? {});
  // A form of one button has no fields: its shape is an empty class, which is not an unknown value.
  const problems = await validate(input, { whitelist: true, stopAtFirstError: true, forbidUnknownValues: false });
  if (problems.length > 0) throw new InvalidInput(problems.flatMap((problem) => fieldErrors(problem, '')));
  return input;
}

/** `lines` -> `0` -> `amount` becomes the field name `lines[0][amount]`. */
function fieldErrors(problem: ValidationError, parent: string): FieldError[] {
  const field = parent ? `${parent}[${problem.property}]` : problem.property;
  const own = Object.entries(problem.constraints ?? {}).map(([rule, code]) => ({
    field,
    code,
    data: (problem.contexts?.[rule] ?? {}) as Record<string, unknown>,
  }));
  return [...own, ...(problem.children ?? []).flatMap((child) => fieldErrors(child, field))];
}
