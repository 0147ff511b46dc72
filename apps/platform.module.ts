import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from '#libs/platform/clock';
import { Config, readConfig } from '#libs/platform/config';
import { Database, databaseOptions, UnitOfWork } from '#libs/platform/database';
import { JobsModule } from '#libs/platform/jobs';
import { Ports } from '#libs/platform/ports';
import { entities } from './domain.js';

const config = { provide: Config, useFactory: () => readConfig() };

/** Technique shared by portal, worker and cli. */
@Global()
@Module({
  imports: [
    DiscoveryModule,
    TypeOrmModule.forRootAsync({ useFactory: () => databaseOptions(readConfig(), entities) }),
    JobsModule,
  ],
  providers: [config, Clock, Database, UnitOfWork, Ports],
  exports: [config, Clock, Database, UnitOfWork, Ports],
})
export class PlatformModule {}
