export { EMAIL_LENGTH_MAX, EMAIL_SHAPE } from './model/email-shape.js';
export { isEdrpou } from './model/edrpou.js';
export {
  organisationChanged,
  organisationRegistered,
  roleEnded,
  roleGranted,
  substituteAppointed,
} from './model/identity.facts.js';
export { LEGAL_FORMS, NON_PROFIT_SIGNS } from './model/organisation.js';
export type { LegalForm, OrganisationCard } from './model/organisation.js';
export { holdsPersonalData, withoutPersonalData } from './model/without-personal-data.js';
export { hashPassword } from './model/password-hash.js';
export { COMMISSION_ROLES, ROLES, STAFF_ROLES } from './model/roles.js';
export type { InvitedRole, Role } from './model/roles.js';
export { identityPaths } from './paths.js';
export { CompetitionScopes } from './ports/competition-scopes.port.js';
export type { CompetitionScope } from './ports/competition-scopes.port.js';
export { ConsentNotice } from './ports/consent-notice.port.js';
export { DeskSource } from './ports/desk-source.port.js';
export { OrganisationWork } from './ports/organisation-work.port.js';
export { PersonWork } from './ports/person-work.port.js';
export type { Acquaintance, OpenProposal } from './ports/organisation-work.port.js';
export { rightsOfOrganisations, type RightOfOrganisation } from './queries/rights-of-organisations.js';
export { ClaimRight } from './use-cases/claim-right.js';
export { splitHeadName } from './model/head-name.js';
export { DecideClaim } from './use-cases/decide-claim.js';
export { LiquidateOrganisation } from './use-cases/liquidate-organisation.js';
export { MergeOrganisations } from './use-cases/merge-organisations.js';
export { AddExtract } from './use-cases/add-extract.js';
export type { DeskItem } from './ports/desk-source.port.js';
export { earlierNames } from './queries/earlier-names.js';
export { organisers } from './queries/organisers.js';
export type { OrganiserLine } from './queries/organisers.js';
export { applicantsOf, peopleWithRole } from './queries/people-with-role.js';
export { signingDirector, type Signer } from './queries/signing-director.js';
export type { PersonWithRole } from './queries/people-with-role.js';
export { Attempts } from './use-cases/attempts.js';
export { AskSecondFactorReset } from './use-cases/ask-second-factor-reset.js';
export { AppointSubstitute } from './use-cases/appoint-substitute.js';
export type { NewSubstitution } from './use-cases/appoint-substitute.js';
export { CreateAdministrator } from './use-cases/create-administrator.js';
export { CreateOrganiser, ensureOrganiser } from './use-cases/create-organiser.js';
export type { NewOrganiser } from './use-cases/create-organiser.js';
export { DisablePerson } from './use-cases/disable-person.js';
export { InviteColleague } from './use-cases/invite-colleague.js';
export { InvitePerson } from './use-cases/invite-person.js';
export type { NewPerson } from './use-cases/invite-person.js';
export { InviteStaff } from './use-cases/invite-staff.js';
export type { NewStaff } from './use-cases/invite-staff.js';
export { EnterOrganisation } from './use-cases/enter-organisation.js';
export { organisationByCode } from './queries/find-claim.js';
export { RegisterOrganisation } from './use-cases/register-organisation.js';
export { DecidePeopleMerge } from './use-cases/decide-people-merge.js';
export { DecideEmailChange } from './use-cases/decide-email-change.js';
export { ResetSecondFactor } from './use-cases/reset-second-factor.js';
export { RoleGrants } from './use-cases/role-grants.js';
export type { NewGrant } from './use-cases/role-grants.js';
export { SetPassword } from './use-cases/set-password.js';
export { startSession } from './use-cases/start-session.js';
export { eraseScopedRoles } from './use-cases/erase-scoped-roles.js';
