import { Injectable } from '@nestjs/common';
import { MeasureEvidence, type EvidencePiece, type Figure } from '#libs/measures';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';

export interface Evidence {
  /** Of what was decided; null while it is only suggested. */
  id: string | null;
  factId: string | null;
  measureId: string;
  instanceId: string;
  state: 'suggested' | 'confirmed' | 'excluded';
  happenedOn: string;
  words: Record<Lang, string>;
  path: string | null;
  link: string | null;
  figures: Partial<Record<Figure, number>>;
  note: string | null;
}

interface Window {
  id: string;
  measureId: string;
  from: string;
  dueOn: string;
}

interface DecidedRow extends Omit<Evidence, 'words'> {
  uk: string;
  en: string | null;
}

/** The due time in which something counts: the one that holds its day, else the nearest earlier, else the first. */
export function instanceFor<One extends { from: string; dueOn: string }>(
  day: string,
  own: readonly One[],
): One | undefined {
  const holding = own.find(({ from, dueOn }) => from <= day && day <= dueOn);
  return holding ?? own.filter(({ from }) => from <= day).at(-1) ?? own[0];
}

/** What proves that the measures of a plan are carried out: decided by the officer, or suggested by the libs where it happened. */
@Injectable()
export class ReadEvidence {
  constructor(private readonly ports: Ports) {}

  /** Of all measures, or of one; what is suggested happened in the year of the plan and not after `today`. */
  async execute(reader: Reader, planId: string, today: string, measureId: string | null = null): Promise<Evidence[]> {
    const windows = await reader.rows<Window>(
      `select id, measure_id as "measureId", window_from::text as "from", due_on::text as "dueOn" from plan.instance
        where plan_id = $1 and ($2::uuid is null or measure_id = $2) order by window_from, ordinal`,
      [planId, measureId],
    );
    if (windows.length === 0) return [];
    const decided = await decidedEvidence(reader, planId, measureId);
    const known = new Set(decided.map(({ factId }) => factId));
    const pieces = await this.pieces(reader, windows, today);
    const suggested = pieces.filter(({ factId }) => !known.has(factId)).map((piece) => asSuggested(piece, windows));
    return [...decided, ...suggested].sort((a, b) => a.happenedOn.localeCompare(b.happenedOn));
  }

  private async pieces(reader: Reader, windows: readonly Window[], today: string): Promise<EvidencePiece[]> {
    const measureIds = [...new Set(windows.map((one) => one.measureId))];
    const year = windows.reduce((least, { from }) => (from < least ? from : least), '9999').slice(0, 4);
    const last = windows.reduce((most, { dueOn }) => (dueOn > most ? dueOn : most), '');
    const found: EvidencePiece[] = [];
    // One after another: inside a transaction there is one connection.
    for (const source of this.ports.all(MeasureEvidence))
      found.push(...(await source.list(reader, measureIds, `${year}-01-01`, last < today ? last : today)));
    return found;
  }
}

function asSuggested(piece: EvidencePiece, windows: readonly Window[]): Evidence {
  const own = windows.filter((one) => one.measureId === piece.measureId);
  const instanceId = instanceFor(piece.happenedOn, own)!.id;
  return { ...piece, id: null, instanceId, state: 'suggested', link: null, note: null };
}

/** What the officer has decided on, confirmed or excluded; without what is only suggested. */
export async function decidedEvidence(
  reader: Reader,
  planId: string,
  measureId: string | null = null,
): Promise<Evidence[]> {
  const rows = await reader.rows<DecidedRow>(
    `select e.id, e.fact_id as "factId", i.measure_id as "measureId", e.instance_id as "instanceId", e.state,
            e.happened_on::text as "happenedOn", e.words as uk, e.words_en as en, e.path, e.link, e.figures, e.note
       from plan.evidence e join plan.instance i on i.id = e.instance_id
      where i.plan_id = $1 and ($2::uuid is null or i.measure_id = $2) order by e.happened_on, e.id`,
    [planId, measureId],
  );
  return rows.map(({ uk, en, ...row }) => ({ ...row, words: { uk, en: en ?? uk } }));
}
