import { Global, Module } from '@nestjs/common';
import { HttpModule, PageFrame } from '#libs/platform/http';
import { domainModules } from '../../domain.js';
import { PlatformModule } from '../../platform.module.js';
import { DemoModule } from '../../demo/demo.module.js';
import { ContactsPage } from './pages/contacts.page.js';
import { DemoPage } from './pages/demo.page.js';
import { HomePage } from './pages/home.page.js';
import { OperationsModule } from './operations/operations.module.js';
import { HealthController } from './health.controller.js';
import { Navigation } from './navigation.js';

@Global()
@Module({ providers: [{ provide: PageFrame, useClass: Navigation }], exports: [PageFrame] })
class FrameModule {}

@Module({
  imports: [PlatformModule, FrameModule, HttpModule, DemoModule, OperationsModule, ...domainModules],
  controllers: [HomePage, HealthController, ContactsPage, DemoPage],
})
export class PortalModule {}
