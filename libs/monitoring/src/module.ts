import { Global, Module } from '@nestjs/common';
import { RemindReports } from './jobs/remind-reports.sweep.js';
import { ExpensesPage } from './pages/expenses.page.js';
import { ProjectsPage } from './pages/projects.page.js';
import { ReportPage } from './pages/report.page.js';
import { ReportPartsPage } from './pages/report-parts.page.js';
import { FinalReportMissing, ReportHolds } from './queries/contract-holds.js';
import { MonitoringDesk } from './queries/monitoring-desk.js';
import { ProjectForPage } from './queries/project-for-page.js';
import { Projects } from './queries/projects.js';
import { ReportForPage } from './queries/report-for-page.js';
import { OpenProjectWhenSigned } from './reactions/open-project-when-signed.js';
import { DecideReport } from './use-cases/decide-report.js';
import { EraseRehearsalProjects } from './use-cases/erase-rehearsal-projects.js';
import { OpenProject } from './use-cases/open-project.js';
import { PutExpense } from './use-cases/put-expense.js';
import { SaveReport } from './use-cases/save-report.js';
import { SubmitReport } from './use-cases/submit-report.js';

const useCases = [OpenProject, SaveReport, PutExpense, SubmitReport, DecideReport];
const queries = [Projects, ProjectForPage, ReportForPage];
const ports = [MonitoringDesk, ReportHolds, FinalReportMissing, EraseRehearsalProjects];

@Global()
@Module({
  controllers: [ProjectsPage, ReportPage, ReportPartsPage, ExpensesPage],
  providers: [...useCases, ...queries, ...ports, OpenProjectWhenSigned, RemindReports],
  exports: useCases,
})
export class MonitoringModule {}
