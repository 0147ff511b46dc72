import { Global, Module } from '@nestjs/common';
import { AdvanceCompetition } from './use-cases/advance-competition.js';

@Global()
@Module({
  providers: [AdvanceCompetition],
  exports: [AdvanceCompetition],
})
export class CompetitionsModule {}
