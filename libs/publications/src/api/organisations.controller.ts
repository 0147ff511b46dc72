import { Controller, Get, Param, Query } from '@nestjs/common';
import { Public } from '#libs/platform/access';
import { Paging } from '#libs/platform/http';
import { PublicOrganisation, type OrganisationProfile } from '../queries/public-organisation.js';

const PAGE_SIZE = 100;

export type OrganisationJson = Omit<OrganisationProfile, 'organisation'> & {
  organisation: Omit<OrganisationProfile['organisation'], 'id'>;
  page: number;
  pages: number;
};

/** An organisation as data for anyone: sums are kopecks, days Kyiv days. */
@Controller('api/v1/organisations')
export class OrganisationsController {
  constructor(private readonly read: PublicOrganisation) {}

  /** `?page=1`: a hundred proposals at a time, the latest first. */
  @Get(':edrpou')
  @Public('decisions on proposals are published with the organisation that made them')
  async one(@Param('edrpou') edrpou: string, @Query() query: { page?: unknown }): Promise<OrganisationJson> {
    const paging = Paging.from(query, PAGE_SIZE);
    const { organisation, ...profile } = await this.read.execute(edrpou, paging);
    const { id: _, ...card } = organisation;
    const { page, pages } = paging.of(profile.total.proposals);
    return { organisation: card, ...profile, page, pages };
  }
}
