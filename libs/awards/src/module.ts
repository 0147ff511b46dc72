import { Global, Module } from '@nestjs/common';
import { ResultsController } from './api/results.controller.js';
import { EndOffers } from './jobs/end-offers.sweep.js';
import { AllocationPage } from './pages/allocation.page.js';
import { ApplicationResultPage } from './pages/application-result.page.js';
import { AwardsPage } from './pages/awards.page.js';
import { OfferPage } from './pages/offer.page.js';
import { OrderPage } from './pages/order.page.js';
import { FeedbackPage } from './pages/feedback.page.js';
import { PassportPage } from './pages/passport.page.js';
import { PublicWeighingPage } from './pages/public-weighing.page.js';
import { RefusalPage } from './pages/refusal.page.js';
import { RegisterRefusalPage } from './pages/register-refusal.page.js';
import { ResultFilesPage } from './pages/result-files.page.js';
import { ResultsPage } from './pages/results.page.js';
import { ResultsTablePage } from './pages/results-table.page.js';
import { ScenariosPage } from './pages/scenarios.page.js';
import { WeighingPage } from './pages/weighing.page.js';
import { AllocationForPage } from './queries/allocation-for-page.js';
import { AwardToRefuse } from './queries/award-to-refuse.js';
import { AwardsForPage } from './queries/awards-for-page.js';
import { AwardDesk } from './queries/award-desk.js';
import { AwardRooms } from './queries/award-rooms.js';
import { AwardsAsEvidence } from './queries/awards-as-evidence.js';
import { OfferForPage } from './queries/offer-for-page.js';
import { OrderPapers } from './queries/order-papers.js';
import { FeedbackForApplicant } from './queries/feedback-for-applicant.js';
import { PassportOf } from './queries/passport-of.js';
import { OrderForPage } from './queries/order-for-page.js';
import { PublicResults } from './queries/public-results.js';
import { ResultForApplicants } from './queries/result-for-application.js';
import { ResultFiles } from './queries/result-files.js';
import { ScenariosForPage } from './queries/scenarios-for-page.js';
import { UndecidedProposals } from './queries/undecided-proposals.js';
import { WeighingAside } from './queries/weighing-aside.js';
import { WeighingForPage } from './queries/weighing-for-page.js';
import { PublishClosing, PublishDecision, PublishScoring } from './reactions/publish-result-file.js';
import { WeighChangedPot, WeighNewRating } from './reactions/weigh-result.js';
import { AdoptAnew } from './use-cases/adopt-anew.js';
import { AdoptAllocation } from './use-cases/adopt-allocation.js';
import { AgreeToPartial } from './use-cases/agree-to-partial.js';
import { DeclineAward } from './use-cases/decline-award.js';
import { EndAward } from './use-cases/end-award.js';
import { AdoptNext } from './use-cases/adopt-next.js';
import { OpenAdditionalCompetition } from './use-cases/open-additional-competition.js';
import { PlanNextSession } from './use-cases/plan-next-session.js';
import { SignOrderOfChange } from './use-cases/sign-order-of-change.js';
import { SignAdditionalOrder } from './use-cases/sign-additional-order.js';
import { RegisterRefusal } from './use-cases/register-refusal.js';
import { ChooseWay } from './use-cases/choose-way.js';
import { NoteWay } from './use-cases/note-way.js';
import { PlanAwardSession } from './use-cases/plan-award-session.js';
import { PublishResultPart } from './use-cases/publish-result-part.js';
import { KeepOrder } from './use-cases/keep-order.js';
import { TellOfficers } from './use-cases/tell-officers.js';
import { ReleaseResults } from './use-cases/release-results.js';
import { SignAwardOrder } from './use-cases/sign-award-order.js';
import { AnswerWeighing } from './use-cases/answer-weighing.js';
import { NoteWeighing } from './use-cases/note-weighing.js';
import { WeighStoredResult } from './use-cases/weigh-stored-result.js';
import { EraseRehearsalAwards } from './use-cases/erase-rehearsal-remains.js';

const queries = [
  ResultFiles,
  AllocationForPage,
  OrderForPage,
  PublicResults,
  ResultForApplicants,
  FeedbackForApplicant,
  PassportOf,
];
const ports = [
  AwardsAsEvidence,
  EraseRehearsalAwards,
  OrderPapers,
  AdoptAllocation,
  AdoptAnew,
  UndecidedProposals,
  AwardRooms,
  AwardDesk,
];
const weighing = [
  WeighingForPage,
  AnswerWeighing,
  NoteWeighing,
  WeighStoredResult,
  WeighingAside,
  WeighNewRating,
  WeighChangedPot,
];
const afterTheOrder = [
  OfferForPage,
  AwardsForPage,
  AwardToRefuse,
  AgreeToPartial,
  DeclineAward,
  RegisterRefusal,
  EndAward,
  EndOffers,
  AdoptNext,
  PlanNextSession,
  SignAdditionalOrder,
  SignOrderOfChange,
  OpenAdditionalCompetition,
];
const bench = [ScenariosForPage, ChooseWay, NoteWay];
const resultFile = [PublishResultPart, PublishClosing, PublishScoring, PublishDecision];

@Global()
@Module({
  controllers: [
    AllocationPage,
    OrderPage,
    ScenariosPage,
    AwardsPage,
    OfferPage,
    RefusalPage,
    RegisterRefusalPage,
    ResultsPage,
    ResultsTablePage,
    ResultFilesPage,
    ApplicationResultPage,
    FeedbackPage,
    PassportPage,
    WeighingPage,
    PublicWeighingPage,
    ResultsController,
  ],
  providers: [
    ...queries,
    ...ports,
    ...resultFile,
    ...weighing,
    ...afterTheOrder,
    ...bench,
    PlanAwardSession,
    SignAwardOrder,
    ReleaseResults,
    KeepOrder,
    TellOfficers,
  ],
  exports: [
    PlanAwardSession,
    SignAwardOrder,
    AnswerWeighing,
    AgreeToPartial,
    DeclineAward,
    RegisterRefusal,
    PlanNextSession,
    SignAdditionalOrder,
    SignOrderOfChange,
    OpenAdditionalCompetition,
  ],
})
export class AwardsModule {}
