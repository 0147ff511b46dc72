import { Controller, Get, Param } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { Allow, type Context } from '#libs/platform/access';
import { AskedList, Ctx, Listed, ParseId, type Result } from '#libs/platform/http';
import { complaintPaths } from '../paths.js';
import { ListComplaints, type ComplaintListRow } from '../queries/list-complaints.js';
import { competitionComplaintsList, complaintsList } from './complaints.list.js';

/** Complaints for the officer and the director: of the authority, or about one competition. */
@Controller()
export class ComplaintsPage {
  constructor(private readonly complaints: ListComplaints) {}

  @Get('organiser/complaints')
  @Allow('officer', 'director')
  async all(@Ctx() ctx: Context, @Listed(complaintsList) asked: AskedList<ComplaintListRow>): Promise<Result> {
    return asked.answer('complaints/complaints.njk', await this.complaints.ofAuthority(ctx, asked));
  }

  @Get('organiser/competitions/:id/complaints')
  @Allow('officer', 'director')
  async ofCompetition(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(competitionComplaintsList) asked: AskedList<ComplaintListRow>,
  ): Promise<Result> {
    const { competition, found, mayRegister } = await this.complaints.ofCompetition(ctx, id, asked);
    const paths = {
      competition: competitionPaths.overview(id),
      register: mayRegister && complaintPaths.register(id),
      all: complaintPaths.all,
      published: competition.code && complaintPaths.published(competition.code),
    };
    return asked.answer('complaints/complaints.njk', found, { competition, paths });
  }
}
