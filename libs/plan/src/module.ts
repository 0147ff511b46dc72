import { Global, Module } from '@nestjs/common';
import { BodiesPage } from './pages/bodies.page.js';
import { ConsentPage } from './pages/consent.page.js';
import { ExpansionPage } from './pages/expansion.page.js';
import { MeasureWorkPage } from './pages/measure-work.page.js';
import { PlanDeskPage } from './pages/plan-desk.page.js';
import { BodiesOfPlan } from './queries/bodies-of-plan.js';
import { ConsentForOfficer } from './queries/consent-for-officer.js';
import { ExpansionForOfficer } from './queries/expansion-for-officer.js';
import { MeasureForOfficer } from './queries/measure-work.js';
import { MyPlans } from './queries/my-plans.js';
import { PlanDesk } from './queries/plan-desk.js';
import { LayOutImportedPlan } from './reactions/lay-out-imported-plan.js';
import { ChangeConsent } from './use-cases/change-consent.js';
import { ExpandClasses } from './use-cases/expand-classes.js';
import { ImportTerritories } from './use-cases/import-territories.js';
import { LayOutPlan } from './use-cases/lay-out-plan.js';
import { NoteMeasure } from './use-cases/note-measure.js';
import { SaveBody } from './use-cases/save-body.js';

const useCases = [LayOutPlan, SaveBody, ExpandClasses, ChangeConsent, NoteMeasure, ImportTerritories];
const queries = [MyPlans, PlanDesk, BodiesOfPlan, ExpansionForOfficer, MeasureForOfficer, ConsentForOfficer];

@Global()
@Module({
  // «new» stands before «:bodyId».
  controllers: [PlanDeskPage, BodiesPage, ExpansionPage, MeasureWorkPage, ConsentPage],
  providers: [...useCases, ...queries, LayOutImportedPlan],
  exports: [...useCases, ...queries],
})
export class PlanModule {}
