import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from '#libs/platform/clock';
import { Config, readConfig } from '#libs/platform/config';
import { Database, databaseOptions, UnitOfWork } from '#libs/platform/database';
import { JobsModule } from '#libs/platform/jobs';
import { entities } from './domain.js';

const config = { provide: Config, useFactory: () => readConfig() };

/** Technique shared by portal, worker and cli. */
@Global()
@Module({
  imports: [TypeOrmModule.forRootAsync({ useFactory: () => databaseOptions(readConfig(), entities) }), JobsModule],
  providers: [config, Clock, Database, UnitOfWork],
  exports: [config, Clock, Database, UnitOfWork],
})
export class PlatformModule {}
