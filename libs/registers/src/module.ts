import { Global, Module } from '@nestjs/common';
import { ForgetPreviews } from './jobs/forget-previews.sweep.js';
import { ImportPage } from './pages/import.page.js';
import { NewImportPage } from './pages/new-import.page.js';
import { RegistersPage } from './pages/registers.page.js';
import { UndoImportPage } from './pages/undo-import.page.js';
import { EntriesOfAuthority } from './queries/entries-of-authority.js';
import { ImportForOfficer } from './queries/import-for-officer.js';
import { ImportsOfAuthority } from './queries/imports-of-authority.js';
import { UndoPreview } from './queries/undo-preview.js';
import { VotesToBring } from './queries/votes-to-bring.js';
import { ApplyImport } from './use-cases/apply-import.js';
import { DropImport } from './use-cases/drop-import.js';
import { RecordOffence } from './use-cases/record-offence.js';
import { TakeFile } from './use-cases/take-file.js';
import { UndoImport } from './use-cases/undo-import.js';

const useCases = [TakeFile, ApplyImport, DropImport, UndoImport, RecordOffence];

@Global()
@Module({
  // «new» and «templates» stand before «:id».
  controllers: [RegistersPage, NewImportPage, ImportPage, UndoImportPage],
  providers: [
    ...useCases,
    ...[EntriesOfAuthority, ImportsOfAuthority, ImportForOfficer, UndoPreview],
    VotesToBring,
    ForgetPreviews,
  ],
  exports: [...useCases, ImportForOfficer],
})
export class RegistersModule {}
