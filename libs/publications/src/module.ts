import { Global, Module } from '@nestjs/common';
import { OrganisationsController } from './api/organisations.controller.js';
import { SearchController } from './api/search.controller.js';
import { ElsewhereResultsPage } from './pages/elsewhere-results.page.js';
import { OpenDataPage } from './pages/open-data.page.js';
import { PublicOrganisationPage } from './pages/public-organisation.page.js';
import { RobotsPage } from './pages/robots.page.js';
import { SearchPage } from './pages/search.page.js';
import { ElsewhereAside } from './queries/elsewhere-aside.js';
import { NewestResults } from './queries/newest-results.js';
import { PublicAddresses } from './queries/public-addresses.js';
import { PublicGrants } from './queries/public-grants.js';
import { PublicSearch } from './queries/public-search.js';
import { ResultsOfElsewhere } from './queries/results-of-elsewhere.js';
import { SpendingOfQuarter } from './queries/spending-of-quarter.js';
import { PublicOrganisation } from './queries/public-organisation.js';

@Global()
@Module({
  controllers: [
    PublicOrganisationPage,
    OrganisationsController,
    SearchPage,
    SearchController,
    RobotsPage,
    ElsewhereResultsPage,
    OpenDataPage,
  ],
  providers: [
    ...[PublicOrganisation, PublicSearch, PublicAddresses, ResultsOfElsewhere, ElsewhereAside],
    ...[PublicGrants, SpendingOfQuarter, NewestResults],
  ],
})
export class PublicationsModule {}
