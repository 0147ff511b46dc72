import { Global, Module } from '@nestjs/common';
import { MakeConclusionPaperJob } from './jobs/make-paper.job.js';
import { RemindReports } from './jobs/remind-reports.sweep.js';
import { CheckPage } from './pages/check.page.js';
import { ControlPage } from './pages/control.page.js';
import { EvaluationPage } from './pages/evaluation.page.js';
import { ExpensesPage } from './pages/expenses.page.js';
import { FindingPage } from './pages/finding.page.js';
import { ProjectView } from './pages/project-view.js';
import { ProjectsPage } from './pages/projects.page.js';
import { PublishedEvaluationPage } from './pages/published-evaluation.page.js';
import { PublishedProjectsPage } from './pages/published-projects.page.js';
import { ReportPage } from './pages/report.page.js';
import { ReportPartsPage } from './pages/report-parts.page.js';
import { ConclusionFiles } from './queries/conclusion-file.js';
import { ControlDesk } from './queries/control-desk.js';
import { EvaluationDesk } from './queries/evaluation-desk.js';
import { EvaluationForPage } from './queries/evaluation-for-page.js';
import { FinalReportMissing, ReportHolds } from './queries/contract-holds.js';
import { FindingForPage } from './queries/finding-for-page.js';
import { MonitoringDesk } from './queries/monitoring-desk.js';
import { ProjectForPage } from './queries/project-for-page.js';
import { ProjectRooms } from './queries/project-rooms.js';
import { Projects } from './queries/projects.js';
import { PublishedProjects } from './queries/published-projects.js';
import { ReportForPage } from './queries/report-for-page.js';
import { MoveTermsWithChange, MoveTermsWithEarlyEnd } from './reactions/move-terms-with-contract.js';
import { OpenProjectWhenSigned } from './reactions/open-project-when-signed.js';
import { ApproveConclusion } from './use-cases/approve-conclusion.js';
import { CheckExpenses } from './use-cases/check-expenses.js';
import { DecideReport } from './use-cases/decide-report.js';
import { EraseRehearsalProjects } from './use-cases/erase-rehearsal-projects.js';
import { EvaluateProgramme } from './use-cases/evaluate-programme.js';
import { Findings } from './use-cases/findings.js';
import { HearRecipient } from './use-cases/hear-recipient.js';
import { MakeConclusionPaper } from './use-cases/make-paper.js';
import { MoveTerms } from './use-cases/move-terms.js';
import { NoteRefund } from './use-cases/note-refund.js';
import { OpenProject } from './use-cases/open-project.js';
import { PutExpense } from './use-cases/put-expense.js';
import { SaveReport } from './use-cases/save-report.js';
import { SubmitReport } from './use-cases/submit-report.js';
import { WriteConclusion } from './use-cases/write-conclusion.js';

const useCases = [
  OpenProject,
  SaveReport,
  PutExpense,
  SubmitReport,
  DecideReport,
  CheckExpenses,
  Findings,
  WriteConclusion,
  HearRecipient,
  ApproveConclusion,
  NoteRefund,
  EvaluateProgramme,
];
const queries = [
  Projects,
  ProjectForPage,
  FindingForPage,
  EvaluationForPage,
  ReportForPage,
  PublishedProjects,
  ConclusionFiles,
];
const reactions = [
  OpenProjectWhenSigned,
  MoveTerms,
  MoveTermsWithChange,
  MoveTermsWithEarlyEnd,
  RemindReports,
  MakeConclusionPaper,
  MakeConclusionPaperJob,
];
const ports = [
  MonitoringDesk,
  ControlDesk,
  EvaluationDesk,
  ProjectRooms,
  ReportHolds,
  FinalReportMissing,
  EraseRehearsalProjects,
];

@Global()
@Module({
  controllers: [
    EvaluationPage,
    PublishedEvaluationPage,
    ProjectsPage,
    ControlPage,
    FindingPage,
    ReportPage,
    CheckPage,
    ReportPartsPage,
    ExpensesPage,
    PublishedProjectsPage,
  ],
  providers: [ProjectView, ...useCases, ...queries, ...ports, ...reactions],
  exports: useCases,
})
export class MonitoringModule {}
