import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { ErrorFilter } from './error.filter.js';
import { FormDoors } from './form-doors.js';
import { KeptFormPage } from './kept-form/kept-form.page.js';
import { StaleForm } from './kept-form/stale-form.js';
import { OpenApi, OpenApiController } from './openapi.js';
import { ResultInterceptor } from './result.interceptor.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [OpenApiController, KeptFormPage],
  providers: [
    ErrorFilter,
    FormDoors,
    OpenApi,
    StaleForm,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: ResultInterceptor },
    { provide: APP_FILTER, useExisting: ErrorFilter },
  ],
  exports: [ErrorFilter, FormDoors, OpenApi],
})
export class HttpModule {}
