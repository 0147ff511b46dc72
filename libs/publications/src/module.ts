import { Global, Module } from '@nestjs/common';
import { OrganisationsController } from './api/organisations.controller.js';
import { PublicOrganisationPage } from './pages/public-organisation.page.js';
import { PublicOrganisation } from './queries/public-organisation.js';

@Global()
@Module({
  controllers: [PublicOrganisationPage, OrganisationsController],
  providers: [PublicOrganisation],
})
export class PublicationsModule {}
