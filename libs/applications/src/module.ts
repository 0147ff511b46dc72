import { Global, Module } from '@nestjs/common';
import { admissionPages, admissionProviders, admissionUseCases } from './admission.parts.js';
import { envelopePages, envelopeProviders, envelopeUseCases } from './envelope.parts.js';
import { mendingPages, mendingProviders, mendingUseCases } from './mending.parts.js';
import { signaturePages, signatureProviders, signatureUseCases } from './signature.parts.js';
import { truthPages, truthProviders, truthUseCases } from './truth.parts.js';
import { showingPages, showingProviders, showingUseCases } from './showing.parts.js';
import { RemindDrafts } from './jobs/remind-drafts.sweep.js';
import { AboutPage } from './pages/about.page.js';
import { ActivitiesPage } from './pages/activities.page.js';
import { AnswersPage } from './pages/answers.page.js';
import { ApplicationPage } from './pages/application.page.js';
import { BudgetPage } from './pages/budget.page.js';
import { FilesPage } from './pages/files.page.js';
import { IndicatorsPage } from './pages/indicators.page.js';
import { MyApplicationsPage } from './pages/my-applications.page.js';
import { PartPage } from './pages/part-page.js';
import { PeoplePage } from './pages/people.page.js';
import { PreparationPage } from './pages/preparation.page.js';
import { ProposalsPage } from './pages/proposals.page.js';
import { ReadingPage } from './pages/reading.page.js';
import { RowsPage } from './pages/rows-page.js';
import { StartApplicationPage } from './pages/start-application.page.js';
import { SubmissionPage } from './pages/submission.page.js';
import { QuestionTablesPage } from './pages/tables/question-tables.page.js';
import { TablesPage } from './pages/tables/tables.page.js';
import { WithdrawalPage } from './pages/withdrawal.page.js';
import { ConcernedApplicants } from './queries/concerned-applicants.js';
import { ApplicationAttachments } from './queries/application-attachments.js';
import { ApplicationDesk } from './queries/application-desk.js';
import { ReadApplicationForWriting } from './queries/application-for-writing.js';
import { MyApplications } from './queries/my-applications.js';
import { ProposalsOfCompetition } from './queries/proposals-of-competition.js';
import { PreparationAside } from './queries/preparation-aside.js';
import { ProposalsRoom } from './queries/proposals-room.js';
import { ReadProposal } from './queries/read-proposal.js';
import { WhoMayApply } from './queries/who-may-apply.js';
import { WhenFormChanged } from './reactions/when-form-changed.js';
import { RegisterEntryUses } from './queries/register-entry-uses.js';
import { WorkOfOrganisation } from './queries/work-of-organisation.js';
import { MakeReceipt } from './reactions/make-receipt.js';
import { AttachFile } from './use-cases/attach-file.js';
import { ReceiveUpload } from './use-cases/receive-upload.js';
import { HandOverLimits } from './use-cases/hand-over-limits.js';
import { GiveRights } from './use-cases/give-rights.js';
import { RemoveFile } from './use-cases/remove-file.js';
import { SaveAbout } from './use-cases/save-about.js';
import { SaveActivities } from './use-cases/save-activities.js';
import { SaveAnswers } from './use-cases/save-answers.js';
import { SaveBudget } from './use-cases/save-budget.js';
import { SaveIndicators } from './use-cases/save-indicators.js';
import { SeeNotCarried } from './use-cases/see-not-carried.js';
import { SeeFormVersion } from './use-cases/see-form-version.js';
import { StartApplication } from './use-cases/start-application.js';
import { SubmitApplication } from './use-cases/submit-application.js';
import { WithdrawApplication } from './use-cases/withdraw-application.js';
import { EraseRehearsalProposals } from './use-cases/erase-rehearsal-remains.js';

/** Pages that are shown too with the rows of a file. */
const pagesWithTable = [AnswersPage, BudgetPage, ActivitiesPage, IndicatorsPage];

const useCases = [
  SeeFormVersion,
  SeeNotCarried,
  GiveRights,
  StartApplication,
  SaveAbout,
  SaveAnswers,
  SaveActivities,
  SaveBudget,
  SaveIndicators,
  AttachFile,
  RemoveFile,
  SubmitApplication,
  WithdrawApplication,
];
const queries = [ReadApplicationForWriting, MyApplications, WhoMayApply, ProposalsOfCompetition, ReadProposal];
const offered = [
  ApplicationAttachments,
  ApplicationDesk,
  WorkOfOrganisation,
  HandOverLimits,
  RegisterEntryUses,
  ConcernedApplicants,
  ProposalsRoom,
  PreparationAside,
  MakeReceipt,
  ReceiveUpload,
  WhenFormChanged,
  RemindDrafts,
];

@Global()
@Module({
  controllers: [
    MyApplicationsPage,
    StartApplicationPage,
    PreparationPage,
    PeoplePage,
    ApplicationPage,
    AboutPage,
    ...pagesWithTable,
    TablesPage,
    QuestionTablesPage,
    FilesPage,
    SubmissionPage,
    ...signaturePages,
    ...truthPages,
    WithdrawalPage,
    ReadingPage,
    ProposalsPage,
    ...admissionPages,
    ...envelopePages,
    ...mendingPages,
    ...showingPages,
  ],
  providers: [
    EraseRehearsalProposals,
    ...useCases,
    ...queries,
    ...offered,
    ...admissionProviders,
    ...envelopeProviders,
    ...mendingProviders,
    ...showingProviders,
    ...signatureProviders,
    ...truthProviders,
    PartPage,
    RowsPage,
    ...pagesWithTable,
  ],
  exports: [
    ...useCases,
    ...admissionUseCases,
    ...envelopeUseCases,
    ...mendingUseCases,
    ...showingUseCases,
    ...signatureUseCases,
    ...truthUseCases,
  ],
})
export class ApplicationsModule {}
