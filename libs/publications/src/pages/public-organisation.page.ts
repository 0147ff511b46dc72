import { Controller, Get, Param, Query } from '@nestjs/common';
import { awardPaths } from '#libs/awards';
import { applicationPaths } from '#libs/applications';
import { Public, type Context } from '#libs/platform/access';
import { Ctx, page, Paging, seeOther, type Result } from '#libs/platform/http';
import { STATE_TONES, type PublicProposal } from '../model/public-proposal.js';
import { publicationPaths } from '../paths.js';
import { PublicOrganisation } from '../queries/public-organisation.js';

/** An organisation as everybody may see it. ЄДРПОУ is its address: it survives a new name. */
@Controller()
export class PublicOrganisationPage {
  constructor(private readonly read: PublicOrganisation) {}

  @Get('organisations/:edrpou(^\\d{8}$)')
  @Public('decisions on proposals are published with the organisation that made them')
  async show(
    @Ctx() ctx: Context,
    @Param('edrpou') edrpou: string,
    @Query() query: { page?: unknown },
  ): Promise<Result> {
    const leadsTo = await this.read.leadsTo(edrpou);
    if (leadsTo) return seeOther(publicationPaths.organisation(leadsTo));
    const paging = Paging.from(query);
    const profile = await this.read.execute(edrpou, paging);
    const self = publicationPaths.organisation(edrpou);
    return page('publications/organisation.njk', {
      ...profile,
      rows: profile.proposals.map((row) => shown(row, ctx)),
      paging: paging.of(profile.total.proposals),
      paths: { pages: `${self}?page=`, json: publicationPaths.organisationJson(edrpou) },
    });
  }
}

function shown(row: PublicProposal, { lang }: Context) {
  const { code, title, titleEn } = row.competition;
  return {
    ...row,
    tone: STATE_TONES[row.state],
    competitionTitle: (lang === 'en' && titleEn) || title,
    href: row.hasResults ? awardPaths.results(code) : applicationPaths.admissionDecisions(code),
  };
}
