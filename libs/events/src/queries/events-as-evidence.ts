import { Injectable } from '@nestjs/common';
import { MeasureEvidence, wordsWhenRead, type EvidencePiece } from '#libs/measures';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import type { EventKind } from '../model/event.js';
import { eventReported } from '../model/event.facts.js';
import { eventPaths } from '../paths.js';

interface Row {
  factId: string;
  measureId: string;
  happenedOn: string;
  id: string;
  kind: EventKind;
  title: string;
  titleEn: string | null;
  settlement: string | null;
  attended: number;
  organisations: number;
}

/** A reported event proves that its measure is carried out, by the figures that were reported. */
@Implements(MeasureEvidence)
@Injectable()
export class EventsAsEvidence implements MeasureEvidence {
  async list(reader: Reader, measureIds: readonly string[], from: string, until: string): Promise<EvidencePiece[]> {
    const rows = await reader.rows<Row>(
      `select f.id as "factId", e.measure_id as "measureId",
              (e.starts_at at time zone 'Europe/Kyiv')::date::text as "happenedOn", e.id, e.kind, e.title,
              e.title_en as "titleEn", e.settlement, (f.body::jsonb #>> '{particulars,attended}')::int as attended,
              (f.body::jsonb #>> '{particulars,organisations}')::int as organisations
         from events.event e join facts.fact f on f.subject_id = e.id
        where e.measure_id = any($1) and e.state = 'reported' and f.name = $2
          and (e.starts_at at time zone 'Europe/Kyiv')::date between $3::date and $4::date
        order by e.starts_at, f.id`,
      [measureIds, eventReported.name, from, until],
    );
    return rows.map(piece);
  }
}

function piece({ id, kind, title, titleEn, settlement, attended, organisations, ...row }: Row): EvidencePiece {
  const words = (lang: 'uk' | 'en', shown: string): string =>
    phrase(lang, 'events:evidence.reported', {
      ...{ kind: phrase(lang, `events:kind.${kind}`), title: shown, count: attended },
      place: settlement ? ` (${settlement})` : '',
    });
  return {
    ...row,
    words: wordsWhenRead((lang) => words(lang, (lang === 'en' && titleEn) || title)),
    path: eventPaths.show(id),
    figures: { events: 1, attended, organisations },
  };
}
