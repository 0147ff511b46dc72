import { Injectable } from '@nestjs/common';
import type { Reader } from '#libs/platform/database';

export interface MeasureListRow {
  id: string;
  number: string;
  title: string;
  titleEn: string | null;
  deadlineText: string;
  organiserSlug: string;
  organiserName: string;
  year: number;
}

const MEASURES_MAX = 1_000;

/**
 * Measures to choose from when something is bound to one, newest plan first. A competition may serve a measure of
 * another authority's plan (measure 3.2 is carried out by two departments), so the list is not cut to one authority.
 */
@Injectable()
export class ListMeasures {
  execute(db: Reader): Promise<MeasureListRow[]> {
    return db.rows<MeasureListRow>(
      `select m.id, m.number, m.title, m.title_en as "titleEn", m.deadline_text as "deadlineText",
              p.organiser_slug as "organiserSlug", p.organiser_name as "organiserName", p.year
         from measures.measure m join measures.plan p on p.id = m.plan_id
        order by p.year desc, p.organiser_name collate "uk-x-icu", m.position limit ${MEASURES_MAX}`,
    );
  }
}
