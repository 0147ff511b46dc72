import { Injectable } from '@nestjs/common';
import { MeasureEvidence, wordsWhenRead, type EvidencePiece } from '#libs/measures';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { competitionAnnounced } from '../model/competition.facts.js';
import { competitionPaths } from '../paths.js';

interface Row {
  factId: string;
  measureId: string;
  happenedOn: string;
  code: string;
  title: string;
  titleEn: string | null;
}

/** An announced competition proves that its measure is carried out; a rehearsal proves nothing. */
@Implements(MeasureEvidence)
@Injectable()
export class CompetitionsAsEvidence implements MeasureEvidence {
  async list(reader: Reader, measureIds: readonly string[], from: string, until: string): Promise<EvidencePiece[]> {
    const rows = await reader.rows<Row>(
      `select f.id as "factId", c.measure_id as "measureId",
              (f.at at time zone 'Europe/Kyiv')::date::text as "happenedOn", c.code, c.title, c.title_en as "titleEn"
         from competitions.competition c join facts.fact f on f.subject_id = c.id
        where c.measure_id = any($1) and not c.is_rehearsal and c.state <> 'draft' and f.name = $2
          and (f.at at time zone 'Europe/Kyiv')::date between $3::date and $4::date
        order by f.at, f.id`,
      [measureIds, competitionAnnounced.name, from, until],
    );
    return rows.map(piece);
  }
}

function piece({ code, title, titleEn, ...row }: Row): EvidencePiece {
  return {
    ...row,
    words: wordsWhenRead((lang) =>
      phrase(lang, 'competitions:evidence.announced', { title: (lang === 'en' && titleEn) || title }),
    ),
    path: competitionPaths.show(code),
    figures: {},
  };
}
