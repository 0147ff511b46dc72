import { Global, Module } from '@nestjs/common';
import { PlanCalendar } from './jobs/plan-calendar.sweep.js';
import { WriteToBodies } from './jobs/write-to-bodies.job.js';
import { AnswersPage } from './pages/answers.page.js';
import { BodiesPage } from './pages/bodies.page.js';
import { ClerkPage } from './pages/clerk.page.js';
import { ConsentPage } from './pages/consent.page.js';
import { EvidencePage } from './pages/evidence.page.js';
import { ExpansionPage } from './pages/expansion.page.js';
import { ExecutionDataPage } from './pages/execution-data.page.js';
import { InstancePage } from './pages/instance.page.js';
import { MeasureWorkPage } from './pages/measure-work.page.js';
import { NewPlanDraftPage } from './pages/new-plan-draft.page.js';
import { PlanDeskPage } from './pages/plan-desk.page.js';
import { PlanDraftPage } from './pages/plan-draft.page.js';
import { PublicReportPage } from './pages/public-report.page.js';
import { ReportLinePage } from './pages/report-line.page.js';
import { ReportPage } from './pages/report.page.js';
import { AnswersForOfficer } from './queries/answers-of-quarter.js';
import { BodiesOfPlan } from './queries/bodies-of-plan.js';
import { ClerkSheet } from './queries/clerk-sheet.js';
import { ConsentForOfficer } from './queries/consent-for-officer.js';
import { ReadEvidence } from './queries/evidence.js';
import { ExpansionForOfficer } from './queries/expansion-for-officer.js';
import { PlanDrafts } from './queries/find-draft.js';
import { InstanceForOfficer } from './queries/instance-for-officer.js';
import { MeasureForOfficer } from './queries/measure-work.js';
import { MyPlans } from './queries/my-plans.js';
import { PlanDesk } from './queries/plan-desk.js';
import { PlanProgress } from './queries/plan-progress.js';
import { ReadReportContent } from './queries/report-content.js';
import { WholeReport } from './queries/whole-report.js';
import { LayOutImportedPlan } from './reactions/lay-out-imported-plan.js';
import { AskForAnswers } from './use-cases/ask-for-answers.js';
import { ChangeConsent } from './use-cases/change-consent.js';
import { CloseInstance } from './use-cases/close-instance.js';
import { DecideAnswers } from './use-cases/decide-answers.js';
import { DecideEvidence } from './use-cases/decide-evidence.js';
import { DraftReport } from './use-cases/draft-report.js';
import { ExpandClasses } from './use-cases/expand-classes.js';
import { ImportTerritories } from './use-cases/import-territories.js';
import { LayOutPlan } from './use-cases/lay-out-plan.js';
import { MoveReport } from './use-cases/move-report.js';
import { NoteMeasure } from './use-cases/note-measure.js';
import { SaveAnswers } from './use-cases/save-answers.js';
import { SaveBody } from './use-cases/save-body.js';
import { SetLetters } from './use-cases/set-letters.js';
import { WritePlanDraft } from './use-cases/write-plan-draft.js';

const naming = [LayOutPlan, SaveBody, ExpandClasses, ChangeConsent, NoteMeasure, ImportTerritories];
const proving = [DecideEvidence, CloseInstance];
const answering = [SaveAnswers, DecideAnswers, AskForAnswers, SetLetters];
const reporting = [DraftReport, MoveReport, WritePlanDraft];
const useCases = [...naming, ...proving, ...answering, ...reporting];
const queries = [
  ...[MyPlans, PlanDesk, BodiesOfPlan, ExpansionForOfficer, MeasureForOfficer, ConsentForOfficer, InstanceForOfficer],
  ...[ReadEvidence, AnswersForOfficer, ClerkSheet, ReadReportContent, WholeReport, PlanDrafts],
];
const workPages = [PlanDeskPage, BodiesPage, ExpansionPage, MeasureWorkPage, EvidencePage, InstancePage, ConsentPage];

@Global()
@Module({
  // «new» stands before «:bodyId».
  controllers: [
    ...workPages,
    AnswersPage,
    ClerkPage,
    ReportPage,
    ReportLinePage,
    PublicReportPage,
    ExecutionDataPage,
    NewPlanDraftPage,
    PlanDraftPage,
  ],
  providers: [
    ...useCases,
    ...queries,
    MeasureWorkPage,
    PlanDeskPage,
    LayOutImportedPlan,
    PlanCalendar,
    WriteToBodies,
    PlanProgress,
  ],
  exports: [...useCases, ...queries],
})
export class PlanModule {}
