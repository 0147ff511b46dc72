import type { RegisterKind } from './model/register.js';

/** Addresses of the lib's pages, without the language prefix. */
export const registerPaths = {
  entries: '/registers',
  imports: '/registers/imports',
  chooseRegister: '/registers/imports/new',
  newImport: (kind: RegisterKind) => `/registers/imports/new/${kind}`,
  template: (kind: RegisterKind) => `/registers/templates/${kind}`,
  import: (id: string) => `/registers/imports/${id}`,
  /** POST */
  apply: (id: string) => `/registers/imports/${id}/application`,
  /** POST */
  drop: (id: string) => `/registers/imports/${id}/removal`,
  /** For everybody: what came from elsewhere for a competition. */
  results: (code: string) => `/competitions/${code}/elsewhere`,
  undo: (id: string) => `/registers/imports/${id}/undo`,
};
