import { Global, Module } from '@nestjs/common';
import { MakePaperJob } from './jobs/make-paper.job.js';
import { ActPage } from './pages/act.page.js';
import { ChangePage } from './pages/change.page.js';
import { PapersPage } from './pages/papers.page.js';
import { ContractFilesPage } from './pages/contract-files.page.js';
import { ContractPage } from './pages/contract.page.js';
import { ContractsPage } from './pages/contracts.page.js';
import { OrderPaymentPage } from './pages/order-payment.page.js';
import { PaymentsPage } from './pages/payments.page.js';
import { StatementsPage } from './pages/statements.page.js';
import { MyContractsPage } from './pages/my-contracts.page.js';
import { PublicContractsPage } from './pages/public-contracts.page.js';
import { TemplatesPage } from './pages/templates.page.js';
import { TermsPage } from './pages/terms.page.js';
import { TogetherPage } from './pages/together.page.js';
import { ActPapers, AmendmentPapers } from './queries/act-papers.js';
import { ChangeForPage } from './queries/changes.js';
import { ContractDesk } from './queries/contract-desk.js';
import { ContractFiles } from './queries/contract-file.js';
import { ContractForPage } from './queries/contract-for-page.js';
import { ContractPapers } from './queries/contract-papers.js';
import { ContractRooms } from './queries/contract-rooms.js';
import { ContractsArchive } from './queries/contracts-archive.js';
import { ContractsOfAuthority } from './queries/contracts-of-authority.js';
import { ContractsTogether } from './queries/contracts-together.js';
import { MyContracts } from './queries/my-contracts.js';
import { Payments } from './queries/payments.js';
import { Statements } from './queries/statements.js';
import { PublicContracts } from './queries/public-contracts.js';
import { SignedHolds } from './queries/signed-holds.js';
import { AgreeContract, ReturnContract } from './use-cases/answer-contract.js';
import { ApproveTemplate } from './use-cases/approve-template.js';
import { AskChange, WithdrawChange } from './use-cases/ask-change.js';
import { DecideChange } from './use-cases/decide-change.js';
import { SignAct } from './use-cases/sign-act.js';
import { DraftContracts } from './use-cases/draft-contracts.js';
import { EditContract } from './use-cases/edit-contract.js';
import { CompleteContract, DropContract } from './use-cases/end-contract.js';
import { EraseRehearsalContracts } from './use-cases/erase-rehearsal-contracts.js';
import { GiveDetails } from './use-cases/give-details.js';
import { MakePaper } from './use-cases/make-paper.js';
import { OfferContracts } from './use-cases/offer-contracts.js';
import { PutInForce } from './use-cases/put-in-force.js';
import { OrderPayment } from './use-cases/order-payment.js';
import { ApprovePayment, CancelPayment, NotePayment } from './use-cases/settle-payment.js';
import { TakeStatement } from './use-cases/take-statement.js';
import { SignContracts } from './use-cases/sign-contracts.js';

const useCases = [
  DraftContracts,
  GiveDetails,
  EditContract,
  OfferContracts,
  AgreeContract,
  ReturnContract,
  SignContracts,
  PutInForce,
  CompleteContract,
  DropContract,
  ApproveTemplate,
  OrderPayment,
  ApprovePayment,
  NotePayment,
  CancelPayment,
  TakeStatement,
  AskChange,
  WithdrawChange,
  DecideChange,
  SignAct,
];
const queries = [
  ContractsOfAuthority,
  ContractsTogether,
  ContractsArchive,
  ContractForPage,
  ContractFiles,
  MyContracts,
  PublicContracts,
  Payments,
  Statements,
  ChangeForPage,
];
const ports = [
  ContractDesk,
  ContractRooms,
  ContractPapers,
  ActPapers,
  AmendmentPapers,
  SignedHolds,
  EraseRehearsalContracts,
];

@Global()
@Module({
  controllers: [
    ContractsPage,
    TogetherPage,
    TermsPage,
    TemplatesPage,
    OrderPaymentPage,
    PaymentsPage,
    StatementsPage,
    ActPage,
    ContractPage,
    // «changes» and «papers» stand before «:id».
    ChangePage,
    PapersPage,
    ContractFilesPage,
    MyContractsPage,
    PublicContractsPage,
  ],
  providers: [...useCases, ...queries, ...ports, MakePaper, MakePaperJob],
  exports: useCases,
})
export class ContractsModule {}
