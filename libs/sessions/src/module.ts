import { Global, Module } from '@nestjs/common';
import { SessionPage } from './pages/session.page.js';
import { ConflictsOf } from './queries/conflicts-of.js';
import { MinutesPapers } from './queries/minutes-papers.js';
import { SessionDesk } from './queries/session-desk.js';
import { SessionForPage } from './queries/session-for-page.js';
import { StandingBodies } from './queries/standing-bodies.js';
import { CancelSession } from './use-cases/cancel-session.js';
import { CastBallots } from './use-cases/cast-ballots.js';
import { CloseSession } from './use-cases/close-session.js';
import { NoteAttendance } from './use-cases/note-attendance.js';
import { OpenSession } from './use-cases/open-session.js';
import { PlanSession } from './use-cases/plan-session.js';
import { SignMinutes } from './use-cases/sign-minutes.js';

const USE_CASES = [PlanSession, OpenSession, CancelSession, NoteAttendance, CastBallots, CloseSession, SignMinutes];

@Global()
@Module({
  controllers: [SessionPage],
  providers: [...USE_CASES, SessionForPage, ConflictsOf, StandingBodies, MinutesPapers, SessionDesk],
  exports: USE_CASES,
})
export class SessionsModule {}
