import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';

/** As feed readers expect: the newest, not all. */
const ENTRIES_MAX = 50;

/** The result of one competition, as a feed tells of it. */
export interface NewResult {
  id: string;
  code: string;
  title: string;
  titleEn: string | null;
  organiser: string;
  funded: number;
  decidedAt: Date;
}

/** Results that were published last, by signed orders. */
@Injectable()
export class NewestResults {
  constructor(private readonly db: Database) {}

  list(): Promise<NewResult[]> {
    return this.db.rows(
      `select c.id, c.code, c.title, c.title_en as "titleEn", g.name as organiser, c.decided_at as "decidedAt",
              (select count(*)::int from awards.v_award w where w.competition_id = c.id and w.state = 'stands') as funded
         from competitions.v_competition c join identity.v_organiser g on g.id = c.organiser_id
        where c.state = 'decided' and not c.is_rehearsal
        order by c.decided_at desc, c.id limit $1`,
      [ENTRIES_MAX],
    );
  }
}
