import { newId } from '#libs/platform/new-id';
import type { Deadline } from './deadline.js';
import type { Direction } from './direction.entity.js';
import type { MeasureParty } from './measure-party.entity.js';
import type { Measure } from './measure.entity.js';
import type { DeadlinePart, MeasurePart, PlanFile } from './plan-file.js';

export interface PlanRows {
  directions: Direction[];
  measures: Measure[];
  parties: MeasureParty[];
}

/** The rows of a plan file in the order of the document. */
export function rowsOfPlan(planId: string, file: PlanFile): PlanRows {
  const rows: PlanRows = { directions: [], measures: [], parties: [] };
  for (const { number, title, titleEn, measures } of file.directions) {
    const direction: Direction = { id: newId(), planId, number, title, titleEn: titleEn ?? null };
    rows.directions.push(direction);
    for (const part of measures) addMeasure(rows, direction, part, file.parties);
  }
  return rows;
}

function addMeasure(rows: PlanRows, direction: Direction, part: MeasurePart, known: PlanFile['parties']): void {
  const id = newId();
  rows.measures.push({
    id,
    planId: direction.planId,
    directionId: direction.id,
    number: part.number,
    position: rows.measures.length + 1,
    title: part.title,
    titleEn: part.titleEn ?? null,
    deadlineText: part.deadline.text,
    deadline: shapeOf(part.deadline),
  });
  part.parties.forEach(({ party, text, byConsent }, i) => {
    const { name, nameEn } = known.find(({ key }) => key === party)!;
    rows.parties.push({
      measureId: id,
      position: i + 1,
      partyKey: party,
      name,
      nameEn: nameEn ?? null,
      officialText: text,
      byConsent,
    });
  });
}

function shapeOf({ kind, from, to, month }: DeadlinePart): Deadline {
  if (kind === 'quarters') return { kind, from: from!, to: to! };
  return kind === 'month' ? { kind, month: month! } : { kind };
}
