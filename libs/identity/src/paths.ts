/** Addresses of the lib's pages, without the language prefix. */
export const identityPaths = {
  signIn: '/sign-in',
  signInCode: '/sign-in/code',
  consent: '/consent',
  signUp: '/sign-up',
  completeSignUp: (token: string) => `/sign-up/${token}`,
  passwordReset: '/password-reset',
  setPassword: (token: string) => `/password-reset/${token}`,
  invitation: (token: string) => `/invitation/${token}`,
  desk: '/desk',
  account: '/account',
  secondFactor: '/account/second-factor',
  handOver: (grantId: string) => `/account/powers/${grantId}/substitution`,
  endSubstitution: (id: string) => `/account/substitutions/${id}/end`,
  secondFactorResets: '/second-factor-resets',
  people: '/admin/people',
  organisers: '/admin/organisers',
  person: (id: string) => `/admin/people/${id}`,
  newOrganisation: '/organisations/new',
  organisation: (id: string) => `/organisations/${id}`,
  /** What everybody sees of an organisation; shown by the lib publications. */
  publicOrganisation: (edrpou: string) => `/organisations/${edrpou}`,
};
