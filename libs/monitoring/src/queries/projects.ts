import { Injectable } from '@nestjs/common';
import { scopesOf, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import { PROJECT_STAFF } from '../access/project.policy.js';
import { PROJECT_ROWS, withSums, type ProjectListRow } from './project-rows.js';

/** Funded projects: those of my organisations, or those of my authority. */
@Injectable()
export class Projects {
  constructor(private readonly db: Database) {}

  mine(ctx: Context, asked: AskedList<ProjectListRow>): Promise<Found<ProjectListRow>> {
    return this.find(ctx, asked, 'p.organisation_id = any($2)', scopesOf(ctx.actor, ['applicant']));
  }

  ofAuthority(ctx: Context, asked: AskedList<ProjectListRow>): Promise<Found<ProjectListRow>> {
    const where = '(p.organiser_id = any($2) or k.co_organiser_id = any($2)) and not k.is_rehearsal';
    return this.find(ctx, asked, where, scopesOf(ctx.actor, PROJECT_STAFF));
  }

  private async find(ctx: Context, asked: AskedList<ProjectListRow>, where: string, scopes: string[]) {
    const found = await asked.find(this.db, `${PROJECT_ROWS} where ${where}`, [kyivDay(ctx.now), scopes]);
    return { ...found, rows: found.rows.map(withSums) };
  }
}
