import { Injectable } from '@nestjs/common';
import { scopesOf, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import { PROJECT_STAFF } from '../access/project.policy.js';
import { PROJECT_ROWS, withSums, type ProjectListRow } from './project-rows.js';
import { riskRows, type RiskRow } from './risk-rows.js';

/** Funded projects: those of my organisations, or those of my authority. */
@Injectable()
export class Projects {
  constructor(private readonly db: Database) {}

  async mine(ctx: Context, asked: AskedList<ProjectListRow>): Promise<Found<ProjectListRow>> {
    const found = await asked.find(this.db, `${PROJECT_ROWS} where p.organisation_id = any($2)`, [
      ...[kyivDay(ctx.now), scopesOf(ctx.actor, ['applicant'])],
    ]);
    return { ...found, rows: found.rows.map(withSums) };
  }

  async ofAuthority(ctx: Context, asked: AskedList<RiskRow>): Promise<Found<RiskRow>> {
    const where = '(p.organiser_id = any($2) or k.co_organiser_id = any($2)) and not k.is_rehearsal';
    // $1 stands in both statements: a parameter that one of them does not know has no type.
    const bare = `select from monitoring.project p join competitions.v_competition k on k.id = p.competition_id
       where ${where} and $1::date is not null`;
    const params = [kyivDay(ctx.now), scopesOf(ctx.actor, PROJECT_STAFF)];
    const found = await asked.find(this.db, riskRows(where), params, bare);
    return { ...found, rows: found.rows.map(withSums) };
  }
}
