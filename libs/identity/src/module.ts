import { Global, Module } from '@nestjs/common';
import { Visitors } from '#libs/platform/http';
import { SignInPage } from './pages/sign-in.page.js';
import { SignOutPage } from './pages/sign-out.page.js';
import { SessionVisitors } from './queries/session-visitors.js';
import { Attempts } from './use-cases/attempts.js';
import { InvitePerson } from './use-cases/invite-person.js';
import { RoleGrants } from './use-cases/role-grants.js';
import { SignIn } from './use-cases/sign-in.js';
import { SignOut } from './use-cases/sign-out.js';

const visitors = { provide: Visitors, useClass: SessionVisitors };

@Global()
@Module({
  controllers: [SignInPage, SignOutPage],
  providers: [visitors, Attempts, InvitePerson, RoleGrants, SignIn, SignOut],
  exports: [visitors, InvitePerson, RoleGrants, SignIn],
})
export class IdentityModule {}
