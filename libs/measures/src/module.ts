import { Global, Module } from '@nestjs/common';
import { PlanController } from './api/plan.controller.js';
import { Direction } from './model/direction.entity.js';
import { MeasureParty } from './model/measure-party.entity.js';
import { Measure } from './model/measure.entity.js';
import { Plan } from './model/plan.entity.js';
import { MeasurePage } from './pages/measure.page.js';
import { MeasuresPage } from './pages/measures.page.js';
import { PlanPage } from './pages/plan.page.js';
import { ListMeasures } from './queries/list-measures.js';
import { ListPlans } from './queries/list-plans.js';
import { PlanOverview } from './queries/plan-overview.js';
import { ReadActivities } from './queries/read-activities.js';
import { ReadProgress } from './queries/read-progress.js';
import { ImportPlan } from './use-cases/import-plan.js';

export const measuresEntities = [Plan, Direction, Measure, MeasureParty];

@Global()
@Module({
  controllers: [PlanPage, MeasuresPage, MeasurePage, PlanController],
  providers: [ImportPlan, PlanOverview, ListPlans, ListMeasures, ReadActivities, ReadProgress],
  exports: [ImportPlan, PlanOverview, ListPlans, ListMeasures],
})
export class MeasuresModule {}
