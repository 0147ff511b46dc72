import { Injectable } from '@nestjs/common';
import type { Reader } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import type { ItemRow } from '../model/session.js';
import { DeclaredConflicts } from '../ports/declared-conflicts.port.js';

/** The items of an agenda on which a person has declared a conflict: id of the item -> reason. */
@Injectable()
export class ConflictsOf {
  constructor(private readonly ports: Ports) {}

  async execute(reader: Reader, personId: string | null, items: readonly ItemRow[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    if (personId === null) return found;
    const subjectIds = items.map(({ subjectId }) => subjectId);
    for (const port of this.ports.all(DeclaredConflicts)) {
      const reasons = await port.of(reader, personId, subjectIds);
      for (const { id, subjectId } of items) if (reasons.has(subjectId)) found.set(id, reasons.get(subjectId)!);
    }
    return found;
  }

  /** What others stated about conflicts: id of the item -> lines for the minutes (rule 33). */
  async stated(reader: Reader, items: readonly ItemRow[]): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    const subjectIds = items.map(({ subjectId }) => subjectId);
    for (const port of this.ports.all(DeclaredConflicts)) {
      const lines = await port.stated(reader, subjectIds);
      for (const { id, subjectId } of items)
        if (lines.has(subjectId)) found.set(id, [...(found.get(id) ?? []), ...lines.get(subjectId)!]);
    }
    return found;
  }
}
