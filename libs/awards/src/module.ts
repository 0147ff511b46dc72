import { Global, Module } from '@nestjs/common';
import { ResultsController } from './api/results.controller.js';
import { AllocationPage } from './pages/allocation.page.js';
import { ApplicationResultPage } from './pages/application-result.page.js';
import { OrderPage } from './pages/order.page.js';
import { ResultsPage } from './pages/results.page.js';
import { ResultsTablePage } from './pages/results-table.page.js';
import { AllocationForPage } from './queries/allocation-for-page.js';
import { AwardDesk } from './queries/award-desk.js';
import { AwardRooms } from './queries/award-rooms.js';
import { OrderPapers } from './queries/order-papers.js';
import { OrderForPage } from './queries/order-for-page.js';
import { PublicResults } from './queries/public-results.js';
import { ResultForApplicants } from './queries/result-for-application.js';
import { UndecidedProposals } from './queries/undecided-proposals.js';
import { AdoptAnew } from './use-cases/adopt-anew.js';
import { AdoptAllocation } from './use-cases/adopt-allocation.js';
import { PlanAwardSession } from './use-cases/plan-award-session.js';
import { ReleaseResults } from './use-cases/release-results.js';
import { SignAwardOrder } from './use-cases/sign-award-order.js';

const queries = [AllocationForPage, OrderForPage, PublicResults, ResultForApplicants];
const ports = [OrderPapers, AdoptAllocation, AdoptAnew, UndecidedProposals, AwardRooms, AwardDesk];

@Global()
@Module({
  controllers: [AllocationPage, OrderPage, ResultsPage, ResultsTablePage, ApplicationResultPage, ResultsController],
  providers: [...queries, ...ports, PlanAwardSession, SignAwardOrder, ReleaseResults],
  exports: [PlanAwardSession, SignAwardOrder],
})
export class AwardsModule {}
