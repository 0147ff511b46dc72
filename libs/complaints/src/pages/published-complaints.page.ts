import { Controller, Get, Param } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { Public, type Context } from '#libs/platform/access';
import { AskedList, Ctx, Listed, page, ParseId, type Result } from '#libs/platform/http';
import { complaintPaths } from '../paths.js';
import { PublishedComplaints, type PublishedComplaint } from '../queries/published-complaints.js';
import { OUTCOME_TONES } from './complaint-tones.js';
import { publishedComplaintsList } from './complaints.list.js';

/** Complaints about a competition and the answers to them, for everybody. */
@Controller()
export class PublishedComplaintsPage {
  constructor(private readonly complaints: PublishedComplaints) {}

  @Get('competitions/:code/complaints')
  @Public('rule 57: how many complaints there were and what was answered is public')
  async list(
    @Ctx() ctx: Context,
    @Param('code') code: string,
    @Listed(publishedComplaintsList) asked: AskedList<PublishedComplaint>,
  ): Promise<Result> {
    const { competition, found } = await this.complaints.ofCompetition(code, asked);
    const title = (ctx.lang === 'en' && competition.titleEn) || competition.title;
    return asked.answer(
      'complaints/published.njk',
      found,
      { title, paths: { competition: competitionPaths.show(code) } },
      code,
    );
  }

  @Get('competitions/:code/complaints/:id')
  @Public('rule 57: the answer to a complaint is public, without personal data')
  async show(@Ctx() ctx: Context, @Param('code') code: string, @Param('id', ParseId) id: string): Promise<Result> {
    const answer = await this.complaints.one(ctx, code, id);
    return page('complaints/published-answer.njk', {
      ...{ answer, competition: answer.competition, tone: OUTCOME_TONES[answer.outcome] },
      paths: { list: complaintPaths.published(code) },
    });
  }
}
