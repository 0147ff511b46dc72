import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { Deadline } from '../model/deadline.js';

export interface PartyRow {
  key: string;
  name: string;
  nameEn: string | null;
  officialText: string;
  byConsent: boolean;
}

export interface MeasureRow {
  id: string;
  number: string;
  title: string;
  titleEn: string | null;
  deadlineText: string;
  deadline: Deadline;
  parties: PartyRow[];
}

export interface DirectionRow {
  number: number;
  title: string;
  titleEn: string | null;
  measures: MeasureRow[];
}

export interface PlanOverviewRow {
  id: string;
  organiserId: string;
  organiserSlug: string;
  organiserName: string;
  year: number;
  title: string;
  titleEn: string | null;
  approvedByPosition: string;
  approvedByName: string;
  approvedOn: string;
  signedByPosition: string;
  signedByName: string;
  directions: DirectionRow[];
}

const PARTIES = `
  select coalesce(json_agg(json_build_object(
           'key', r.party_key, 'name', r.name, 'nameEn', r.name_en,
           'officialText', r.official_text, 'byConsent', r.by_consent) order by r.position), '[]')
    from measures.measure_party r where r.measure_id = m.id`;

const MEASURES = `
  select coalesce(json_agg(json_build_object(
           'id', m.id, 'number', m.number, 'title', m.title, 'titleEn', m.title_en,
           'deadlineText', m.deadline_text, 'deadline', m.deadline, 'parties', (${PARTIES})) order by m.position), '[]')
    from measures.measure m where m.direction_id = d.id`;

const DIRECTIONS = `
  select coalesce(json_agg(json_build_object(
           'number', d.number, 'title', d.title, 'titleEn', d.title_en, 'measures', (${MEASURES})) order by d.number), '[]')
    from measures.direction d where d.plan_id = p.id`;

/** A whole plan, directions with their measures and parties, in the order of the document, by one statement. */
@Injectable()
export class PlanOverview {
  constructor(private readonly db: Database) {}

  /** @throws NotFound `measures.plan-not-found` */
  async execute(organiserSlug: string, year: number): Promise<PlanOverviewRow> {
    const plan = await this.db.one<PlanOverviewRow>(
      `select p.id, p.organiser_id as "organiserId", p.organiser_slug as "organiserSlug", p.organiser_name as "organiserName", p.year,
              p.title, p.title_en as "titleEn",
              p.approved_by_position as "approvedByPosition", p.approved_by_name as "approvedByName",
              p.approved_on::text as "approvedOn",
              p.signed_by_position as "signedByPosition", p.signed_by_name as "signedByName",
              (${DIRECTIONS}) as directions
         from measures.plan p where p.organiser_slug = $1 and p.year = $2`,
      [organiserSlug, year],
    );
    if (!plan) throw new NotFound('measures.plan-not-found', { year });
    return plan;
  }
}
