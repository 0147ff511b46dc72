import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';

export interface PlanListRow {
  organiserSlug: string;
  organiserName: string;
  year: number;
  title: string;
  titleEn: string | null;
}

const PLANS_MAX = 200;

/** The plans that were entered, newest year first; of one year when it is given. */
@Injectable()
export class ListPlans {
  constructor(private readonly db: Database) {}

  execute(year: number | null = null): Promise<PlanListRow[]> {
    return this.db.rows<PlanListRow>(
      `select organiser_slug as "organiserSlug", organiser_name as "organiserName", year, title, title_en as "titleEn"
         from measures.plan where $1::integer is null or year = $1
        order by year desc, organiser_name collate "uk-x-icu" limit ${PLANS_MAX}`,
      [year],
    );
  }
}
