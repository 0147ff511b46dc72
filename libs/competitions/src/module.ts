import { Global, Module } from '@nestjs/common';
import { CompetitionsController } from './api/competitions.controller.js';
import { AnnounceClosedReceptions } from './jobs/announce-closed-receptions.sweep.js';
import { ActDocumentPage } from './pages/act-document.page.js';
import { ActsPage } from './pages/acts.page.js';
import { AnnouncementPage } from './pages/announcement.page.js';
import { CompetitionOverviewPage } from './pages/competition-overview.page.js';
import { CorrectionsPage } from './pages/corrections.page.js';
import { EraseRehearsalPage } from './pages/erase-rehearsal.page.js';
import { CopyCompetitionPage } from './pages/copy-competition.page.js';
import { CreateCompetitionPage } from './pages/create-competition.page.js';
import { CriteriaPage } from './pages/criteria.page.js';
import { ModelProposalPage } from './pages/model-proposal.page.js';
import { NewActPage } from './pages/new-act.page.js';
import { FormChangePage } from './pages/form-change.page.js';
import { FormPapersPage } from './pages/form-papers.page.js';
import { FormPage } from './pages/form.page.js';
import { FormSectionPage } from './pages/form-section.page.js';
import { QuestionPage } from './pages/question.page.js';
import { OrganiserCompetitionsPage } from './pages/organiser-competitions.page.js';
import { PlainSettingsPage } from './pages/plain-settings.page.js';
import { BudgetRulesPage } from './pages/budget-rules.page.js';
import { PrioritiesPage } from './pages/priorities.page.js';
import { PublicCompetitionsPage } from './pages/public-competitions.page.js';
import { RulesPage } from './pages/rules.page.js';
import { SettleValuesPage } from './pages/settle-values.page.js';
import { TargetGroupsPage } from './pages/target-groups.page.js';
import { SlotPage } from './pages/slot.page.js';
import { ActPapers } from './queries/act-papers.js';
import { ActsDesk } from './queries/acts-desk.js';
import { ActsForPage } from './queries/acts-for-page.js';
import { ActsRoom } from './queries/acts-room.js';
import { AnnouncementPapers } from './queries/announcement-papers.js';
import { ReadLastYear } from './queries/last-year.js';
import { AnnouncementOf } from './queries/announcement.js';
import { CompetitionForEdit } from './queries/competition-for-edit.js';
import { CompetitionOverviewFor } from './queries/competition-overview.js';
import { CompetitionsAsEvidence } from './queries/competitions-as-evidence.js';
import { CompetitionsUnderMeasures } from './queries/competitions-under-measures.js';
import { ReadFormForBuilding } from './queries/form-for-building.js';
import { CorrectionNotes } from './queries/correction-notes.js';
import { CorrectionsForPage } from './queries/corrections-for-page.js';
import { CorrectionsRoom } from './queries/corrections-room.js';
import { ListOrganiserCompetitions } from './queries/list-organiser-competitions.js';
import { ListPublicCompetitions } from './queries/list-public-competitions.js';
import { ReadModelProposal } from './queries/model-proposal.js';
import { OfficerDesk } from './queries/officer-desk.js';
import { ScopesOfPowers } from './queries/scopes-of-powers.js';
import { StoppedCommissions } from './queries/stopped-commissions.js';
import { AdoptSlots } from './use-cases/adopt-slots.js';
import { AdvanceCompetition } from './use-cases/advance-competition.js';
import { ChangeForm } from './use-cases/change-form.js';
import { ChangeSlotValue } from './use-cases/change-slot-value.js';
import { ConfirmSlot } from './use-cases/confirm-slot.js';
import { ConfirmAct } from './use-cases/confirm-act.js';
import { CorrectSlip } from './use-cases/correct-slip.js';
import { EraseRehearsal } from './use-cases/erase-rehearsal.js';
import { CopyCompetition } from './use-cases/copy-competition.js';
import { CreateCompetition } from './use-cases/create-competition.js';
import { DropAct } from './use-cases/drop-act.js';
import { ReturnAct } from './use-cases/return-act.js';
import { PrepareAct } from './use-cases/prepare-act.js';
import { CopyForm } from './use-cases/copy-form.js';
import { EditForm } from './use-cases/edit-form.js';
import { SaveSettings } from './use-cases/save-settings.js';
import { WriteModelProposal } from './use-cases/write-model-proposal.js';
import { TellConcerned } from './use-cases/tell-concerned.js';

const useCases = [
  CreateCompetition,
  CopyCompetition,
  EraseRehearsal,
  SaveSettings,
  ConfirmSlot,
  AdoptSlots,
  ChangeSlotValue,
  AdvanceCompetition,
  PrepareAct,
  ConfirmAct,
  DropAct,
  ReturnAct,
  EditForm,
  CopyForm,
  ChangeForm,
  CorrectSlip,
  WriteModelProposal,
];
const queries = [
  AnnouncementOf,
  ReadLastYear,
  CompetitionForEdit,
  CompetitionOverviewFor,
  CompetitionsAsEvidence,
  CompetitionsUnderMeasures,
  ListOrganiserCompetitions,
  ListPublicCompetitions,
  OfficerDesk,
  ActsForPage,
  ActsRoom,
  ActsDesk,
  ActPapers,
  CorrectionsForPage,
  CorrectionsRoom,
  CorrectionNotes,
  AnnouncementPapers,
  ScopesOfPowers,
  StoppedCommissions,
  TellConcerned,
  ReadModelProposal,
  ReadFormForBuilding,
];

@Global()
@Module({
  controllers: [
    OrganiserCompetitionsPage,
    CreateCompetitionPage,
    CopyCompetitionPage,
    EraseRehearsalPage,
    CompetitionOverviewPage,
    CriteriaPage,
    BudgetRulesPage,
    PrioritiesPage,
    TargetGroupsPage,
    RulesPage,
    SlotPage,
    SettleValuesPage,
    FormPage,
    FormSectionPage,
    FormChangePage,
    QuestionPage,
    PlainSettingsPage,
    PublicCompetitionsPage,
    AnnouncementPage,
    ActsPage,
    NewActPage,
    ActDocumentPage,
    CorrectionsPage,
    FormPapersPage,
    ModelProposalPage,
    CompetitionsController,
  ],
  providers: [...useCases, ...queries, AnnounceClosedReceptions],
  exports: useCases,
})
export class CompetitionsModule {}
