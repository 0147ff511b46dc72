import type { Type } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { StoredDocument } from '#libs/documents';
import { AnnouncementsModule } from '#modules/announcements';
import { ApplicationsModule } from '#modules/applications';
import { AwardsModule } from '#modules/awards';
import { CompetitionsModule } from '#modules/competitions';
import { ComplaintsModule } from '#modules/complaints';
import { ContractsModule } from '#modules/contracts';
import { DocumentsModule } from '#modules/documents';
import { EventsModule } from '#modules/events';
import { EvaluationModule } from '#modules/evaluation';
import { IdentityModule } from '#modules/identity';
import { MeasuresModule, measuresEntities } from '#modules/measures';
import { MonitoringModule } from '#modules/monitoring';
import { NotificationsModule } from '#modules/notifications';
import { PlanModule } from '#modules/plan';
import { PublicationsModule } from '#modules/publications';
import { RegistersModule } from '#modules/registers';
import { RulingsModule } from '#modules/rulings';
import { SessionsModule } from '#modules/sessions';
import { WordsModule } from '#modules/words';

/** Every domain lib, composed once for portal, worker and cli; lower rows first. */
export const domainModules: Type[] = [
  DocumentsModule,
  MeasuresModule,
  NotificationsModule,
  IdentityModule,
  WordsModule,
  SessionsModule,
  EventsModule,
  CompetitionsModule,
  AnnouncementsModule,
  RegistersModule,
  ApplicationsModule,
  EvaluationModule,
  AwardsModule,
  ContractsModule,
  ComplaintsModule,
  RulingsModule,
  PlanModule,
  MonitoringModule,
  PublicationsModule,
];

export const entities: EntityTarget<ObjectLiteral>[] = [StoredDocument, ...measuresEntities];
