import { Module } from '@nestjs/common';
import { MeasureSystem } from './measure-system.js';
import { MetricsController } from './metrics.controller.js';
import { RequestCounts } from './request-counts.js';
import { SystemPage } from './system.page.js';
import { SystemState } from './system-state.js';
import { WatchRequests } from './watch-requests.js';

/** What those who run the system see: log lines, measurements, the administrator's page. */
@Module({
  controllers: [MetricsController, SystemPage],
  providers: [RequestCounts, WatchRequests, MeasureSystem, SystemState],
})
export class OperationsModule {}
