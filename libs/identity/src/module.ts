import { Global, Module } from '@nestjs/common';
import { Visitors } from '#libs/platform/http';
import { ForgetExpired } from './jobs/forget-expired.sweep.js';
import { AccountPage } from './pages/account.page.js';
import { AccountDetailsPage } from './pages/account-details.page.js';
import { ChangeEmailPage } from './pages/change-email.page.js';
import { ChangePasswordPage } from './pages/change-password.page.js';
import { CompleteSignUpPage } from './pages/complete-sign-up.page.js';
import { ConsentPage } from './pages/consent.page.js';
import { DeskPage } from './pages/desk.page.js';
import { DisablePersonPage } from './pages/disable-person.page.js';
import { EditOrganisationPage } from './pages/edit-organisation.page.js';
import { EmailChangesPage } from './pages/email-changes.page.js';
import { EnterOrganisationPage } from './pages/enter-organisation.page.js';
import { EndRolePage } from './pages/end-role.page.js';
import { InviteStaffPage } from './pages/invite-staff.page.js';
import { NewOrganisationPage } from './pages/new-organisation.page.js';
import { OrganisationPage } from './pages/organisation.page.js';
import { OrganisersPage } from './pages/organisers.page.js';
import { PasswordResetPage } from './pages/password-reset.page.js';
import { PeoplePage } from './pages/people.page.js';
import { SecondFactorPage } from './pages/second-factor.page.js';
import { SecondFactorResetsPage } from './pages/second-factor-resets.page.js';
import { SetPasswordPage } from './pages/set-password.page.js';
import { SignInCodePage } from './pages/sign-in-code.page.js';
import { SignInPage } from './pages/sign-in.page.js';
import { SignOutPage } from './pages/sign-out.page.js';
import { SignUpPage } from './pages/sign-up.page.js';
import { SubstitutionPage } from './pages/substitution.page.js';
import { Addressees } from './queries/addressees.js';
import { CallsDesk } from './queries/calls-desk.js';
import { HandedOverNotes } from './queries/handed-over-notes.js';
import { DeskItems } from './queries/desk-items.js';
import { EmailChanges } from './queries/email-changes.js';
import { MyDetails } from './queries/my-details.js';
import { MyPowers, PowersOfPerson } from './queries/my-powers.js';
import { MySecondFactorQuery } from './queries/my-second-factor.js';
import { MySessions } from './queries/my-sessions.js';
import { OrganisationForItsPeople } from './queries/organisation-for-people.js';
import { PeopleOfSystem } from './queries/people-of-system.js';
import { Confirmers } from './queries/confirmers.js';
import { PeopleMerges } from './queries/people-merges.js';
import { PowerForHandingOver } from './queries/power-to-hand-over.js';
import { SecondFactorResets } from './queries/second-factor-resets.js';
import { Substitutions } from './queries/substitutions.js';
import { SessionVisitors } from './queries/session-visitors.js';
import { AskEmailChange } from './use-cases/ask-email-change.js';
import { AskSecondFactorReset } from './use-cases/ask-second-factor-reset.js';
import { AppointSubstitute } from './use-cases/appoint-substitute.js';
import { Attempts } from './use-cases/attempts.js';
import { BeginSecondFactor } from './use-cases/begin-second-factor.js';
import { ChangeDetails } from './use-cases/change-details.js';
import { ChangeOwnEmail } from './use-cases/change-own-email.js';
import { ChangePassword } from './use-cases/change-password.js';
import { CompleteSignIn } from './use-cases/complete-sign-in.js';
import { CompleteSignUp } from './use-cases/complete-sign-up.js';
import { ConfirmSecondFactor } from './use-cases/confirm-second-factor.js';
import { Consents } from './use-cases/consents.js';
import { CreateAdministrator } from './use-cases/create-administrator.js';
import { CreateOrganiser } from './use-cases/create-organiser.js';
import { DecideEmailChange } from './use-cases/decide-email-change.js';
import { DemandCode } from './use-cases/demand-code.js';
import { DisablePerson } from './use-cases/disable-person.js';
import { EditOrganisation } from './use-cases/edit-organisation.js';
import { EnterOrganisation } from './use-cases/enter-organisation.js';
import { EndRole } from './use-cases/end-role.js';
import { EndSubstitution } from './use-cases/end-substitution.js';
import { InviteColleague } from './use-cases/invite-colleague.js';
import { InvitePerson } from './use-cases/invite-person.js';
import { InviteStaff } from './use-cases/invite-staff.js';
import { RegisterOrganisation } from './use-cases/register-organisation.js';
import { RenewRecoveryCodes } from './use-cases/renew-recovery-codes.js';
import { ReplaceEmail } from './use-cases/replace-email.js';
import { RequestPasswordReset } from './use-cases/request-password-reset.js';
import { ResetSecondFactor } from './use-cases/reset-second-factor.js';
import { RevokeSession } from './use-cases/revoke-session.js';
import { RoleGrants } from './use-cases/role-grants.js';
import { SetPassword } from './use-cases/set-password.js';
import { SignIn } from './use-cases/sign-in.js';
import { SignOut } from './use-cases/sign-out.js';
import { SignUp } from './use-cases/sign-up.js';
import { SwitchOffSecondFactor } from './use-cases/switch-off-second-factor.js';
import { AnswerClaimPage } from './pages/answer-claim.page.js';
import { ClaimRightPage } from './pages/claim-right.page.js';
import { ClaimsPage } from './pages/claims.page.js';
import { MergePeoplePage } from './pages/merge-people.page.js';
import { LiquidationPage } from './pages/liquidation.page.js';
import { OrganisationsOfSystemPage } from './pages/organisations-of-system.page.js';
import { RightToActPage } from './pages/right-to-act.page.js';
import { ClaimForDeciding } from './queries/claim-for-deciding.js';
import { ClaimsToDecide } from './queries/claims-to-decide.js';
import { MergeOfPeople } from './queries/merge-of-people.js';
import { LiquidationPreviewFor } from './queries/liquidation-preview.js';
import { MyClaims } from './queries/my-claims.js';
import { ClaimForThoseWhoAct } from './queries/my-claims.js';
import { OrganisationsOfSystem } from './queries/organisations-of-system.js';
import { RightToAct } from './queries/right-to-act.js';
import { AskPeopleMerge } from './use-cases/ask-people-merge.js';
import { DecidePeopleMerge } from './use-cases/decide-people-merge.js';
import { AddExtract } from './use-cases/add-extract.js';
import { AnswerClaim } from './use-cases/answer-claim.js';
import { ClaimRight } from './use-cases/claim-right.js';
import { DecideClaim } from './use-cases/decide-claim.js';
import { LeaveOrganisation } from './use-cases/leave-organisation.js';
import { LiquidateOrganisation } from './use-cases/liquidate-organisation.js';
import { MergeOrganisations } from './use-cases/merge-organisations.js';
import { MergePeople } from './use-cases/merge-people.js';
import { RemoveColleague } from './use-cases/remove-colleague.js';
import { WithdrawClaim } from './use-cases/withdraw-claim.js';

const visitors = { provide: Visitors, useClass: SessionVisitors };

const pages = [
  SignInPage,
  SignInCodePage,
  SignOutPage,
  SignUpPage,
  CompleteSignUpPage,
  ConsentPage,
  PasswordResetPage,
  SetPasswordPage,
  DeskPage,
  AccountPage,
  AccountDetailsPage,
  ChangeEmailPage,
  ChangePasswordPage,
  SecondFactorPage,
  SecondFactorResetsPage,
  EmailChangesPage,
  EnterOrganisationPage,
  NewOrganisationPage,
  OrganisationPage,
  EditOrganisationPage,
  OrganisersPage,
  InviteStaffPage,
  PeoplePage,
  EndRolePage,
  DisablePersonPage,
  MergePeoplePage,
  SubstitutionPage,
  ClaimRightPage,
  ClaimsPage,
  AnswerClaimPage,
  RightToActPage,
  LiquidationPage,
  OrganisationsOfSystemPage,
];
const queries = [
  Addressees,
  CallsDesk,
  HandedOverNotes,
  ClaimForDeciding,
  ClaimForThoseWhoAct,
  ClaimsToDecide,
  LiquidationPreviewFor,
  MergeOfPeople,
  MyClaims,
  OrganisationsOfSystem,
  RightToAct,
  Confirmers,
  DeskItems,
  EmailChanges,
  MyDetails,
  MyPowers,
  PowersOfPerson,
  MySecondFactorQuery,
  MySessions,
  OrganisationForItsPeople,
  PeopleMerges,
  PeopleOfSystem,
  PowerForHandingOver,
  SecondFactorResets,
  Substitutions,
];
const accountUseCases = [
  AskEmailChange,
  Attempts,
  ChangeDetails,
  ChangeOwnEmail,
  ChangePassword,
  CompleteSignUp,
  Consents,
  DecideEmailChange,
  ReplaceEmail,
  RequestPasswordReset,
  RevokeSession,
  SetPassword,
  SignIn,
  SignOut,
  SignUp,
];
const secondFactorUseCases = [
  AskSecondFactorReset,
  BeginSecondFactor,
  CompleteSignIn,
  ConfirmSecondFactor,
  DemandCode,
  RenewRecoveryCodes,
  ResetSecondFactor,
  SwitchOffSecondFactor,
];
const powerUseCases = [
  AppointSubstitute,
  CreateAdministrator,
  CreateOrganiser,
  DisablePerson,
  EditOrganisation,
  EndRole,
  EndSubstitution,
  InviteColleague,
  InvitePerson,
  InviteStaff,
  EnterOrganisation,
  RegisterOrganisation,
  RoleGrants,
];
const rightUseCases = [
  AddExtract,
  AnswerClaim,
  AskPeopleMerge,
  ClaimRight,
  DecideClaim,
  DecidePeopleMerge,
  LeaveOrganisation,
  LiquidateOrganisation,
  MergeOrganisations,
  MergePeople,
  RemoveColleague,
  WithdrawClaim,
];

@Global()
@Module({
  controllers: pages,
  providers: [
    visitors,
    ForgetExpired,
    ...queries,
    ...accountUseCases,
    ...secondFactorUseCases,
    ...powerUseCases,
    ...rightUseCases,
  ],
  exports: [
    visitors,
    Attempts,
    DecideEmailChange,
    ResetSecondFactor,
    SetPassword,
    SignIn,
    ...powerUseCases,
    ...rightUseCases,
  ],
})
export class IdentityModule {}
