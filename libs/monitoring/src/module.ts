import { Global, Module } from '@nestjs/common';
import { RemindReports } from './jobs/remind-reports.sweep.js';
import { CheckPage } from './pages/check.page.js';
import { ControlPage } from './pages/control.page.js';
import { ExpensesPage } from './pages/expenses.page.js';
import { ProjectView } from './pages/project-view.js';
import { ProjectsPage } from './pages/projects.page.js';
import { PublishedProjectsPage } from './pages/published-projects.page.js';
import { ReportPage } from './pages/report.page.js';
import { ReportPartsPage } from './pages/report-parts.page.js';
import { ConclusionFiles } from './queries/conclusion-file.js';
import { ControlDesk } from './queries/control-desk.js';
import { FinalReportMissing, ReportHolds } from './queries/contract-holds.js';
import { MonitoringDesk } from './queries/monitoring-desk.js';
import { ProjectForPage } from './queries/project-for-page.js';
import { ProjectRooms } from './queries/project-rooms.js';
import { Projects } from './queries/projects.js';
import { PublishedProjects } from './queries/published-projects.js';
import { ReportForPage } from './queries/report-for-page.js';
import { OpenProjectWhenSigned } from './reactions/open-project-when-signed.js';
import { ApproveConclusion } from './use-cases/approve-conclusion.js';
import { CheckExpenses } from './use-cases/check-expenses.js';
import { DecideReport } from './use-cases/decide-report.js';
import { EraseRehearsalProjects } from './use-cases/erase-rehearsal-projects.js';
import { Findings } from './use-cases/findings.js';
import { HearRecipient } from './use-cases/hear-recipient.js';
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
];
const queries = [Projects, ProjectForPage, ReportForPage, PublishedProjects, ConclusionFiles];
const ports = [MonitoringDesk, ControlDesk, ProjectRooms, ReportHolds, FinalReportMissing, EraseRehearsalProjects];

@Global()
@Module({
  controllers: [ProjectsPage, ControlPage, ReportPage, CheckPage, ReportPartsPage, ExpensesPage, PublishedProjectsPage],
  providers: [ProjectView, ...useCases, ...queries, ...ports, OpenProjectWhenSigned, RemindReports],
  exports: useCases,
})
export class MonitoringModule {}
