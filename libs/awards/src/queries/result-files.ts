import { Injectable } from '@nestjs/common';
import { competitionByCode } from '#libs/competitions';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AskedList, Found } from '#libs/platform/http';
import { PARTS, type Part } from '../model/result-file/lines.js';

/** One result file, as far as it is published. */
export interface ResultFileRow {
  code: string;
  title: string;
  titleEn: string | null;
  organiserName: string;
  part: Part;
  publishedAt: Date;
  sizeKb: number;
}

/** Result files as they were published: nothing of them is secret. */
@Injectable()
export class ResultFiles {
  constructor(private readonly db: Database) {}

  list(asked: AskedList<ResultFileRow>): Promise<Found<ResultFileRow>> {
    return asked.find(
      this.db,
      `select c.code, c.title, c.title_en as "titleEn", o.name as "organiserName",
              ($1::text[])[max(array_position($1::text[], p.part))] as part, max(p.published_at) as "publishedAt",
              ceil(sum(octet_length(p.content)) / 1024.0)::int as "sizeKb"
         from awards.result_part p
         join competitions.v_competition c on c.id = p.competition_id
         join identity.v_organiser o on o.id = c.organiser_id
        where p.superseded_at is null and not c.is_rehearsal group by c.id, c.code, c.title, c.title_en, o.name`,
      [PARTS],
    );
  }

  /** @throws NotFound while no part is published */
  async text(code: string): Promise<string> {
    const { id, isRehearsal } = await competitionByCode(this.db, code);
    if (isRehearsal) throw new NotFound();
    const parts = await this.db.rows<{ content: string }>(
      `select content from awards.result_part where competition_id = $1 and superseded_at is null
        order by array_position($2::text[], part)`,
      [id, PARTS],
    );
    if (parts.length === 0) throw new NotFound();
    return parts.map(({ content }) => content).join('');
  }
}
