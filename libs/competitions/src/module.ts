import { Global, Module } from '@nestjs/common';
import { CompetitionsController } from './api/competitions.controller.js';
import { AnnounceClosedReceptions } from './jobs/announce-closed-receptions.sweep.js';
import { AnnouncementPage } from './pages/announcement.page.js';
import { CompetitionOverviewPage } from './pages/competition-overview.page.js';
import { CreateCompetitionPage } from './pages/create-competition.page.js';
import { CriteriaPage } from './pages/criteria.page.js';
import { OrganiserCompetitionsPage } from './pages/organiser-competitions.page.js';
import { PlainSettingsPage } from './pages/plain-settings.page.js';
import { PrioritiesPage } from './pages/priorities.page.js';
import { PublicCompetitionsPage } from './pages/public-competitions.page.js';
import { RulesPage } from './pages/rules.page.js';
import { SlotPage } from './pages/slot.page.js';
import { AnnouncementOf } from './queries/announcement.js';
import { CompetitionForEdit } from './queries/competition-for-edit.js';
import { CompetitionOverviewFor } from './queries/competition-overview.js';
import { CompetitionsUnderMeasures } from './queries/competitions-under-measures.js';
import { ListOrganiserCompetitions } from './queries/list-organiser-competitions.js';
import { ListPublicCompetitions } from './queries/list-public-competitions.js';
import { OfficerDesk } from './queries/officer-desk.js';
import { AdvanceCompetition } from './use-cases/advance-competition.js';
import { ChangeSlotValue } from './use-cases/change-slot-value.js';
import { ConfirmSlot } from './use-cases/confirm-slot.js';
import { CreateCompetition } from './use-cases/create-competition.js';
import { SaveSettings } from './use-cases/save-settings.js';

const useCases = [CreateCompetition, SaveSettings, ConfirmSlot, ChangeSlotValue, AdvanceCompetition];
const queries = [
  AnnouncementOf,
  CompetitionForEdit,
  CompetitionOverviewFor,
  CompetitionsUnderMeasures,
  ListOrganiserCompetitions,
  ListPublicCompetitions,
  OfficerDesk,
];

@Global()
@Module({
  controllers: [
    OrganiserCompetitionsPage,
    CreateCompetitionPage,
    CompetitionOverviewPage,
    CriteriaPage,
    PrioritiesPage,
    RulesPage,
    SlotPage,
    PlainSettingsPage,
    PublicCompetitionsPage,
    AnnouncementPage,
    CompetitionsController,
  ],
  providers: [...useCases, ...queries, AnnounceClosedReceptions],
  exports: useCases,
})
export class CompetitionsModule {}
