import { Injectable } from '@nestjs/common';
import { ProposalRooms, type ProposalRoom } from '#libs/applications';
import {
  AnnouncementAsides,
  competitionPolicy,
  CompetitionRooms,
  type CompetitionRow,
  type Room,
} from '#libs/competitions';
import { holds, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { complaintsPolicy } from '../access/complaint.policy.js';
import { complaintPaths } from '../paths.js';

const DECIDED_FROM: readonly string[] = ['admission', 'scoring', 'rated', 'decided'];

async function counts(reader: Reader, competitionId: string): Promise<{ all: number; open: number }> {
  const row = await reader.one<{ all: number; open: number }>(
    `select count(*)::int as all, count(*) filter (where state in ('open', 'proposed'))::int as open
       from complaints.complaint where competition_id = $1`,
    [competitionId],
  );
  return row!;
}

/** Complaints on the overview of their competition. */
@Implements(CompetitionRooms)
@Injectable()
export class ComplaintRooms implements CompetitionRooms {
  constructor(private readonly db: Database) {}

  async rooms(
    ctx: Context,
    competition: Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId'>,
  ): Promise<Room[]> {
    if (!DECIDED_FROM.includes(competition.state) || !competitionPolicy.see.allows(ctx.actor, competition)) return [];
    if (!complaintsPolicy.see.allows(ctx.actor, competition)) return [];
    const note = phrase(ctx.lang, 'complaints:rooms.note', await counts(this.db, competition.id));
    return [
      { text: phrase(ctx.lang, 'complaints:list.title'), href: complaintPaths.ofCompetition(competition.id), note },
    ];
  }
}

/** A complaint against a decision on our proposal. */
@Implements(ProposalRooms)
@Injectable()
export class ComplaintRoom implements ProposalRooms {
  async rooms(
    ctx: Context,
    reader: Reader,
    { id, organisationId, state }: { id: string; organisationId: string; state: string },
  ): Promise<ProposalRoom[]> {
    if (!holds(ctx.actor, ['applicant'], organisationId)) return [];
    const row = await reader.one<{ isDecided: boolean; count: number }>(
      `select exists (select from awards.v_result where application_id = $1) as "isDecided",
              (select count(*)::int from complaints.complaint where application_id = $1) as count`,
      [id],
    );
    if (state !== 'refused' && !row!.isDecided && row!.count === 0) return [];
    return [{ text: phrase(ctx.lang, 'complaints:own.title'), href: complaintPaths.ofApplication(id) }];
  }
}

/** Beside the announcement, once there is one. */
@Implements(AnnouncementAsides)
@Injectable()
export class ComplaintAside implements AnnouncementAsides {
  constructor(private readonly db: Database) {}

  async asides(ctx: Context, { id, code }: CompetitionRow): Promise<Room[]> {
    const found = await counts(this.db, id);
    if (found.all === 0) return [];
    const note = phrase(ctx.lang, 'complaints:rooms.note', found);
    return [{ text: phrase(ctx.lang, 'complaints:published.title'), href: complaintPaths.published(code!), note }];
  }
}
