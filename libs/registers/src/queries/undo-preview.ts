import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import type { Lang } from '#libs/platform/access';
import { Conflict } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import { Ports } from '#libs/platform/ports';
import { importPolicy } from '../access/import.policy.js';
import { EntryUses } from '../ports/entry-uses.port.js';
import { importById, type ImportRow } from './read-import.js';

/** An entry that cannot be taken back, and why. */
export interface KeptEntry {
  id: string;
  rowNumber: number;
  edrpou: string;
  organisationName: string;
  title: string | null;
  why: string;
}

export interface UndoPlan {
  /** Ids of the entries that go. */
  removed: string[];
  /** How many earlier entries stand again. */
  restored: number;
  kept: KeptEntry[];
}

interface BroughtEntry extends Omit<KeptEntry, 'why'> {
  replacedOn: string | null;
  restores: boolean;
}

/** What would be taken back with an import: what it brought and nobody has built upon. */
@Injectable()
export class UndoPreview {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async execute(ctx: Context, id: string): Promise<{ one: ImportRow; plan: UndoPlan }> {
    const one = await importById(this.db, ctx.actor, id);
    demand(importPolicy, 'undo', ctx.actor, one);
    if (one.state !== 'applied') throw new Conflict('registers.not-now');
    return { one, plan: await this.of(this.db, id, ctx.lang) };
  }

  async of(reader: Reader, importId: string, lang: Lang): Promise<UndoPlan> {
    const brought = await reader.rows<BroughtEntry>(
      `select e.id, e.row_number as "rowNumber", e.edrpou, e.organisation_name as "organisationName", e.title,
              (select i.source_title || ', ' || to_char(i.source_on, 'DD.MM.YYYY')
                 from registers.entry later join registers.import i on i.id = later.import_id
                where later.id = e.replaced_by) as "replacedOn",
              exists (select from registers.entry earlier where earlier.replaced_by = e.id) as restores
         from registers.entry e where e.import_id = $1 order by e.row_number`,
      [importId],
    );
    const uses = await this.usesOf(reader, brought, lang);
    const whyOf = ({ id, replacedOn }: BroughtEntry): string | undefined =>
      replacedOn ? phrase(lang, 'registers:undo.replaced', { source: replacedOn }) : uses.get(id);
    const kept = brought.flatMap((entry) => {
      const why = whyOf(entry);
      return why ? [{ ...entry, why }] : [];
    });
    const removed = brought.filter((entry) => !whyOf(entry));
    return { removed: removed.map(({ id }) => id), restored: removed.filter(({ restores }) => restores).length, kept };
  }

  private async usesOf(reader: Reader, brought: readonly BroughtEntry[], lang: Lang): Promise<Map<string, string>> {
    const ids = brought.map(({ id }) => id);
    const uses = new Map<string, string>();
    for (const port of this.ports.all(EntryUses))
      for (const { entryId, where } of await port.usesOf(reader, ids, lang)) uses.set(entryId, where);
    return uses;
  }
}
