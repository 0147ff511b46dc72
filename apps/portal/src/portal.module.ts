import { Global, Module } from '@nestjs/common';
import { HttpModule, PageFrame } from '#libs/platform/http';
import { domainModules } from '../../domain.js';
import { PlatformModule } from '../../platform.module.js';
import { HealthController } from './health.controller.js';
import { Navigation } from './navigation.js';

@Global()
@Module({ providers: [{ provide: PageFrame, useClass: Navigation }], exports: [PageFrame] })
class FrameModule {}

@Module({
  imports: [PlatformModule, FrameModule, HttpModule, ...domainModules],
  controllers: [HealthController],
})
export class PortalModule {}
