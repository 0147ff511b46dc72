import { AdmissionDecisionsPage } from './pages/admission-decisions.page.js';
import { AdmissionOrderPage } from './pages/admission-order.page.js';
import { AdmissionListPage } from './pages/admission-list.page.js';
import { AdmissionProposalPage } from './pages/admission-proposal.page.js';
import { AdmissionSessionPage } from './pages/admission-session.page.js';
import { OpeningActPage } from './pages/opening-act.page.js';
import { FlawsPage } from './pages/flaws.page.js';
import { LikenessPage } from './pages/likeness.page.js';
import { AdmitTogetherPage } from './pages/admit-together.page.js';
import { AdmissionDecisionsQuery } from './queries/admission-decisions.js';
import { AdmissionDesk } from './queries/admission-desk.js';
import { AdmissionListQuery } from './queries/admission-list.js';
import { AdmissionObstacle } from './queries/admission-obstacle.js';
import { AdmissionOfProposal } from './queries/admission-of-proposal.js';
import { AdmissionRooms } from './queries/admission-rooms.js';
import { FlawsOfAdmission } from './queries/flaws-of-admission.js';
import { LikenessOfProposal } from './queries/likeness.js';
import { AdmissionOrderForPage } from './queries/admission-order-for-page.js';
import { AdmissionOrderPapers } from './queries/admission-order-papers.js';
import { PrepareAdmissionOrder } from './use-cases/prepare-admission-order.js';
import { PutAdmissionIntoEffect } from './use-cases/put-admission-into-effect.js';
import { ReturnAdmissionOrder } from './use-cases/return-admission-order.js';
import { SignAdmissionOrder } from './use-cases/sign-admission-order.js';
import { OpeningActs } from './queries/opening-acts.js';
import { OpeningRoom } from './queries/opening-room.js';
import { MakeOpeningAct } from './use-cases/make-opening-act.js';
import { AdmissionLetters } from './use-cases/admission-letters.js';
import { AdmitChecked } from './use-cases/admit-checked.js';
import { CheckProposal } from './use-cases/check-proposal.js';
import { DecideAdmission } from './use-cases/decide-admission.js';
import { PlanAdmissionSession } from './use-cases/plan-admission-session.js';
import { WatchCompetition } from './use-cases/watch-competition.js';

/** The admission, for the module of the lib. */
export const admissionPages = [
  AdmissionListPage,
  AdmitTogetherPage,
  AdmissionSessionPage,
  AdmissionOrderPage,
  AdmissionProposalPage,
  AdmissionDecisionsPage,
  OpeningActPage,
  FlawsPage,
  LikenessPage,
];

export const admissionUseCases = [
  MakeOpeningAct,
  CheckProposal,
  AdmitChecked,
  PlanAdmissionSession,
  PrepareAdmissionOrder,
  SignAdmissionOrder,
  ReturnAdmissionOrder,
];

export const admissionProviders = [
  ...admissionUseCases,
  OpeningActs,
  OpeningRoom,
  AdmissionLetters,
  PutAdmissionIntoEffect,
  DecideAdmission,
  AdmissionOrderForPage,
  AdmissionOrderPapers,
  AdmissionListQuery,
  AdmissionOfProposal,
  AdmissionDecisionsQuery,
  AdmissionDesk,
  AdmissionRooms,
  AdmissionObstacle,
  FlawsOfAdmission,
  LikenessOfProposal,
  WatchCompetition,
];
