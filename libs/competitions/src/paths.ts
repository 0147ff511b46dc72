import type { ActKind } from './model/act.js';
import type { CompetitionAction } from './model/competition.lifecycle.js';
import type { Section } from './model/sections.js';

const own = (id: string): string => `/organiser/competitions/${id}`;

/** Addresses of the lib's pages, without the language prefix. `code` is the public one, `id` the UUID. */
export const competitionPaths = {
  list: '/competitions',
  show: (code: string) => `/competitions/${code}`,
  /** Made by awards. */
  results: (code: string) => `/competitions/${code}/results`,
  /** POST, made by applications: starts a proposal. */
  apply: (id: string) => `/competitions/${id}/applications`,
  ofOrganiser: '/organiser/competitions',
  create: '/organiser/competitions/new',
  overview: own,
  /** The overview that says «збережено». */
  saved: (id: string) => `${own(id)}?done=saved`,
  section: (id: string, section: Section) => `${own(id)}/settings/${section}`,
  slot: (id: string, key: string) => `${own(id)}/rules/${key}`,
  /** POST: a person vouches for the value. */
  confirmSlot: (id: string, key: string) => `${own(id)}/rules/${key}/confirmation`,
  preview: (id: string) => `${own(id)}/preview`,
  /** POST: one step of the lifecycle. */
  step: (id: string, action: CompetitionAction) => `${own(id)}/steps/${action}`,
  acts: (id: string) => `${own(id)}/acts`,
  newAct: (id: string, kind: ActKind) => `${own(id)}/acts/new/${kind}`,
  /** POST */
  confirmAct: (id: string, actId: string) => `${own(id)}/acts/${actId}/confirmation`,
  /** POST */
  dropAct: (id: string, actId: string) => `${own(id)}/acts/${actId}/removal`,
  /** For everybody; `position` is the number of the act in the competition. */
  actDocument: (code: string, position: number) => `/competitions/${code}/acts/${position}/document`,
  json: '/api/v1/competitions',
  jsonOne: (code: string) => `/api/v1/competitions/${code}`,
};
