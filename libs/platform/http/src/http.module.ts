import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { ErrorFilter } from './error.filter.js';
import { ResultInterceptor } from './result.interceptor.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    ErrorFilter,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: ResultInterceptor },
    { provide: APP_FILTER, useExisting: ErrorFilter },
  ],
  exports: [ErrorFilter],
})
export class HttpModule {}
