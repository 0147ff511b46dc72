import { Global, Module } from '@nestjs/common';
import { SessionPage } from './pages/session.page.js';
import { SessionDesk } from './queries/session-desk.js';
import { SessionForPage } from './queries/session-for-page.js';
import { CastBallots } from './use-cases/cast-ballots.js';
import { CloseSession } from './use-cases/close-session.js';
import { OpenSession } from './use-cases/open-session.js';
import { PlanSession } from './use-cases/plan-session.js';
import { SignMinutes } from './use-cases/sign-minutes.js';

@Global()
@Module({
  controllers: [SessionPage],
  providers: [PlanSession, OpenSession, CastBallots, CloseSession, SignMinutes, SessionForPage, SessionDesk],
  exports: [PlanSession, OpenSession, CastBallots, CloseSession, SignMinutes],
})
export class SessionsModule {}
