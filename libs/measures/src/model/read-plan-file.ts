import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { InvalidInput, type FieldError } from '#libs/platform/errors';
import { PlanFile, type DirectionPart, type MeasurePart } from './plan-file.js';

/** A plan file checked through and through. @throws InvalidInput naming every problem by its place in the file. */
export function readPlanFile(json: unknown): PlanFile {
  const isRecord = typeof json === 'object' && json !== null && !Array.isArray(json);
  const plan = plainToInstance(PlanFile, isRecord ? json : {});
  const shape = validateSync(plan, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  const problems = shape.flatMap((problem) => fieldErrors(problem, ''));
  if (problems.length === 0) problems.push(...contradictions(plan));
  if (problems.length > 0) throw new InvalidInput(problems, 'measures.plan-file-invalid');
  return plan;
}

/** `directions` -> `0` -> `title` becomes `directions[0][title]`. */
function fieldErrors(problem: ValidationError, parent: string): FieldError[] {
  const field = parent ? `${parent}[${problem.property}]` : problem.property;
  const own = Object.entries(problem.constraints ?? {}).map(([rule, code]) => ({
    field,
    code: rule === 'whitelistValidation' ? 'measures.unknown-part' : code,
    data: (problem.contexts?.[rule] ?? {}) as Record<string, unknown>,
  }));
  return [...own, ...(problem.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

/** What each part may say alone but not together with the others. */
function contradictions(plan: PlanFile): FieldError[] {
  const measures = plan.directions.flatMap((direction) => direction.measures);
  const keys = new Set(plan.parties.map((party) => party.key));
  return [
    ...repeated(
      'parties',
      plan.parties.map((party) => party.key),
    ),
    ...repeated(
      'directions',
      plan.directions.map((direction) => String(direction.number)),
    ),
    ...repeated(
      'measures',
      measures.map((measure) => measure.number),
    ),
    ...plan.directions.flatMap((direction, i) => ofDirection(direction, `directions[${i}]`, keys)),
  ];
}

function ofDirection(direction: DirectionPart, at: string, keys: ReadonlySet<string>): FieldError[] {
  return direction.measures.flatMap((measure, i) => {
    const field = `${at}[measures][${i}]`;
    const belongs = measure.number.startsWith(`${direction.number}.`);
    const wrongNumber = { field: `${field}[number]`, code: 'measures.number-of-other-direction' };
    return [...(belongs ? [] : [wrongNumber]), ...ofMeasure(measure, field, keys)];
  });
}

function ofMeasure({ deadline, parties }: MeasurePart, field: string, keys: ReadonlySet<string>): FieldError[] {
  const isReversed = deadline.kind === 'quarters' && deadline.from! > deadline.to!;
  const unknown = parties.flatMap(({ party }, i) =>
    keys.has(party)
      ? []
      : [{ field: `${field}[parties][${i}][party]`, code: 'measures.unknown-party', data: { party } }],
  );
  return [...(isReversed ? [{ field: `${field}[deadline]`, code: 'measures.quarters-reversed' }] : []), ...unknown];
}

function repeated(field: string, values: string[]): FieldError[] {
  const twice = values.filter((value, i) => values.indexOf(value) !== i);
  return twice.map((value) => ({ field, code: 'measures.repeated', data: { value } }));
}
