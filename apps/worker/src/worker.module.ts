import { Module } from '@nestjs/common';
import { domainModules } from '../../domain.js';
import { PlatformModule } from '../../platform.module.js';

@Module({ imports: [PlatformModule, ...domainModules] })
export class WorkerModule {}
