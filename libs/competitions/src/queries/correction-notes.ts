import { Injectable } from '@nestjs/common';
import { PaperNotes, type Paper, type PaperNote } from '#libs/documents';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { competitionPaths } from '../paths.js';

const SUBJECTS: Record<string, string> = { session: 'minutes', 'award-order': 'order' };

/** Corrections beside minutes and orders, wherever their mark is shown. */
@Implements(PaperNotes)
@Injectable()
export class CorrectionNotes implements PaperNotes {
  async notes(reader: Reader, papers: readonly Paper[], lang: Lang): Promise<Map<string, PaperNote[]>> {
    const own = papers.filter(({ ownerKind }) => ownerKind in SUBJECTS);
    const notes = new Map<string, PaperNote[]>();
    if (own.length === 0) return notes;
    const rows = await reader.rows<{ ownerId: string; code: string; number: number; place: string }>(
      `select p.owner_id as "ownerId", o.code, c.number, c.place
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as p (owner_id, scope_id, subject, number)
         join competitions.correction c on c.competition_id = p.scope_id and c.subject = p.subject
          and (c.minutes_number is null or c.minutes_number::text = p.number)
         join competitions.competition o on o.id = c.competition_id
        order by c.number`,
      [
        own.map(({ ownerId }) => ownerId),
        own.map(({ scopeId }) => scopeId),
        own.map(({ ownerKind }) => SUBJECTS[ownerKind]),
        own.map(({ number }) => number),
      ],
    );
    for (const { ownerId, code, number, place } of rows) {
      const note = {
        text: phrase(lang, 'competitions:correction.markAt', { number, place }),
        href: competitionPaths.correction(code, number),
      };
      notes.set(ownerId, [...(notes.get(ownerId) ?? []), note]);
    }
    return notes;
  }
}
