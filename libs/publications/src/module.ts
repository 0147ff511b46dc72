import { Global, Module } from '@nestjs/common';
import { OrganisationsController } from './api/organisations.controller.js';
import { PublicOrganisationPage } from './pages/public-organisation.page.js';
import { RobotsPage } from './pages/robots.page.js';
import { PublicAddresses } from './queries/public-addresses.js';
import { PublicOrganisation } from './queries/public-organisation.js';

@Global()
@Module({
  controllers: [PublicOrganisationPage, OrganisationsController, RobotsPage],
  providers: [PublicOrganisation, PublicAddresses],
})
export class PublicationsModule {}
