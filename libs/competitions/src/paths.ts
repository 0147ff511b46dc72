import type { ActKind } from './model/act.js';
import type { CompetitionAction } from './model/competition.lifecycle.js';
import type { Section } from './model/sections.js';

const own = (id: string): string => `/organiser/competitions/${id}`;

/** Addresses of the lib's pages, without the language prefix. `code` is the public one, `id` the UUID. */
export const competitionPaths = {
  list: '/competitions',
  underMeasure: (measureId: string) => `/competitions?measure=${measureId}`,
  show: (code: string) => `/competitions/${code}`,
  /** Made by announcements: letters about new calls. */
  subscribe: '/subscriptions/new',
  /** Made by announcements. */
  feeds: { atom: '/calls.atom', ics: '/calls.ics' },
  /** Made by awards. */
  results: (code: string) => `/competitions/${code}/results`,
  /** POST, made by applications: starts a proposal. */
  apply: (id: string) => `/competitions/${id}/applications`,
  ofOrganiser: '/organiser/competitions',
  create: '/organiser/competitions/new',
  /** Which competition to copy. */
  copy: '/organiser/competitions/copy',
  /** GET, and POST: makes the copy. */
  copyOf: (id: string) => `${own(id)}/copy`,
  /** What a copy says otherwise than its source. */
  lastYear: (id: string) => `${own(id)}/last-year`,
  overview: own,
  /** The overview that says «збережено». */
  saved: (id: string) => `${own(id)}?done=saved`,
  section: (id: string, section: Section) =>
    section === 'form' ? `${own(id)}/form` : `${own(id)}/settings/${section}`,
  /** The form of proposals: its sections and questions. */
  form: (id: string) => `${own(id)}/form`,
  /** POST: moves a section or a question. */
  formMove: (id: string) => `${own(id)}/form/moves`,
  newSection: (id: string) => `${own(id)}/form/sections/new`,
  formSection: (id: string, key: string) => `${own(id)}/form/sections/${key}`,
  /** POST: takes the section away with its questions. */
  formSectionRemoval: (id: string, key: string) => `${own(id)}/form/sections/${key}/removal`,
  newQuestion: (id: string, section: string) => `${own(id)}/form/sections/${section}/questions`,
  question: (id: string, key: string) => `${own(id)}/form/questions/${key}`,
  questionRemoval: (id: string, key: string) => `${own(id)}/form/questions/${key}/removal`,
  formPreview: (id: string, section: string) => `${own(id)}/form/preview/${section}`,
  formOrder: (id: string) => `${own(id)}/form/order`,
  /** A filled-in example for everybody, and the page where the officer writes it. */
  example: (code: string) => `/competitions/${code}/example`,
  exampleDocx: (code: string) => `/competitions/${code}/example.docx`,
  formDocx: (code: string) => `/competitions/${code}/form.docx`,
  writeExample: (id: string) => `${own(id)}/example`,
  /** POST: takes the form of an earlier competition. */
  formCopy: (id: string) => `${own(id)}/form/copy`,
  /** A change during the reception: POST starts it; its publication and its removal. */
  formChange: (id: string) => `${own(id)}/form/change`,
  formPublication: (id: string) => `${own(id)}/form/change/publication`,
  formChangeRemoval: (id: string) => `${own(id)}/form/change/removal`,
  slot: (id: string, key: string) => `${own(id)}/rules/${key}`,
  /** POST: a person vouches for the value. */
  confirmSlot: (id: string, key: string) => `${own(id)}/rules/${key}/confirmation`,
  /** Values that neither an act nor an order settles yet: many at once. */
  settle: (id: string) => `${own(id)}/values`,
  /** POST after a look: a rehearsal goes wholly. */
  erasure: (id: string) => `${own(id)}/erasure`,
  preview: (id: string) => `${own(id)}/preview`,
  /** POST: one step of the lifecycle. */
  step: (id: string, action: CompetitionAction) => `${own(id)}/steps/${action}`,
  acts: (id: string) => `${own(id)}/acts`,
  newAct: (id: string, kind: ActKind) => `${own(id)}/acts/new/${kind}`,
  /** POST */
  confirmAct: (id: string, actId: string) => `${own(id)}/acts/${actId}/confirmation`,
  /** POST */
  returnAct: (id: string, actId: string) => `${own(id)}/acts/${actId}/return`,
  dropAct: (id: string, actId: string) => `${own(id)}/acts/${actId}/removal`,
  /** For everybody; `position` is the number of the act in the competition. */
  actDocument: (code: string, position: number) => `/competitions/${code}/acts/${position}/document`,
  newCorrection: (id: string) => `${own(id)}/corrections/new`,
  corrections: (code: string) => `/competitions/${code}/corrections`,
  correction: (code: string, number: number) => `/competitions/${code}/corrections#correction-${number}`,
  json: '/api/v1/competitions',
  jsonOne: (code: string) => `/api/v1/competitions/${code}`,
};
