import { Global, Module } from '@nestjs/common';
import { PublishedRulingsPage } from './pages/published-rulings.page.js';
import { RegisterRulingPage } from './pages/register-ruling.page.js';
import { RulingsPage } from './pages/rulings.page.js';
import { RulingDesk } from './queries/ruling-desk.js';
import { RulingAside, RulingRooms } from './queries/ruling-rooms.js';
import { RulingsForPage } from './queries/rulings-for-page.js';
import { StayContractHolds, StayOrderHolds, StayPaymentHolds } from './queries/stay-holds.js';
import { ConfirmRuling } from './use-cases/confirm-ruling.js';
import { EraseRehearsalRulings } from './use-cases/erase-rehearsal-rulings.js';
import { RegisterRuling } from './use-cases/register-ruling.js';

const useCases = [RegisterRuling, ConfirmRuling];
const ports = [
  EraseRehearsalRulings,
  RulingAside,
  RulingDesk,
  RulingRooms,
  StayContractHolds,
  StayOrderHolds,
  StayPaymentHolds,
];

@Global()
@Module({
  // «rulings/new» stands before the steps of one.
  controllers: [RegisterRulingPage, RulingsPage, PublishedRulingsPage],
  providers: [...useCases, RulingsForPage, ...ports],
  exports: useCases,
})
export class RulingsModule {}
