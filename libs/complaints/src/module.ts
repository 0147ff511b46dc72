import { Global, Module } from '@nestjs/common';
import { ComplaintPage } from './pages/complaint.page.js';
import { ComplaintsPage } from './pages/complaints.page.js';
import { PublishedComplaintsPage } from './pages/published-complaints.page.js';
import { RegisterComplaintPage } from './pages/register-complaint.page.js';
import { SubmitComplaintPage } from './pages/submit-complaint.page.js';
import { AdoptedEffects } from './queries/adopted-effects.js';
import { ComplaintDesk } from './queries/complaint-desk.js';
import { ComplaintForPage } from './queries/complaint-for-page.js';
import { ComplaintHolds, ComplaintPaymentHolds } from './queries/complaint-holds.js';
import { ComplaintAside, ComplaintRoom, ComplaintRooms } from './queries/complaint-rooms.js';
import { ComplaintsOfProposal } from './queries/complaints-of-proposal.js';
import { ListComplaints } from './queries/list-complaints.js';
import { PublishedComplaints } from './queries/published-complaints.js';
import { AnswerComplaint } from './use-cases/answer-complaint.js';
import { CarryComplaint } from './use-cases/carry-complaint.js';
import { EraseRehearsalComplaints } from './use-cases/erase-rehearsal-complaints.js';
import { PlanComplaintSession } from './use-cases/plan-complaint-session.js';
import { RegisterComplaint } from './use-cases/register-complaint.js';
import { TendComplaint } from './use-cases/tend-complaint.js';

const useCases = [RegisterComplaint, TendComplaint, AnswerComplaint, PlanComplaintSession];
const queries = [ComplaintForPage, ComplaintsOfProposal, ListComplaints, PublishedComplaints];
const ports = [
  AdoptedEffects,
  CarryComplaint,
  ComplaintAside,
  ComplaintDesk,
  ComplaintHolds,
  ComplaintPaymentHolds,
  ComplaintRoom,
  ComplaintRooms,
  EraseRehearsalComplaints,
];

@Global()
@Module({
  // «applications/:id/complaints/new» and the lists stand before «complaints/:id».
  controllers: [SubmitComplaintPage, RegisterComplaintPage, ComplaintsPage, PublishedComplaintsPage, ComplaintPage],
  providers: [...useCases, ...queries, ...ports],
  exports: useCases,
})
export class ComplaintsModule {}
