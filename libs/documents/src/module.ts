import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Config } from '#libs/platform/config';
import { EraseFile } from './jobs/erase-file.job.js';
import { ExpiredUploads } from './jobs/expired-uploads.sweep.js';
import { ScanFile } from './jobs/scan-file.job.js';
import { OrphanedFiles } from './jobs/orphaned-files.sweep.js';
import { PaperFilePage } from './pages/paper-file.page.js';
import { PaperPage } from './pages/paper.page.js';
import { UploadsPage } from './pages/uploads.page.js';
import { WithdrawalPage } from './pages/withdrawal.page.js';
import { BrokenOffUploads } from './queries/broken-off-uploads.js';
import { FindPaper } from './queries/find-paper.js';
import { PaperForPage } from './queries/paper-for-page.js';
import { PaperMarks } from './queries/paper-marks.js';
import { DiskStorage } from './storage/disk-storage.js';
import { Storage } from './storage/storage.js';
import { Tus } from './uploads/tus.js';
import { AttachSignature } from './use-cases/attach-signature.js';
import { BeginUpload } from './use-cases/begin-upload.js';
import { DropUpload } from './use-cases/drop-upload.js';
import { FinishUpload } from './use-cases/finish-upload.js';
import { OpenDocument } from './use-cases/open-document.js';
import { RegisterPaper } from './use-cases/register-paper.js';
import { StoreDocument } from './use-cases/store-document.js';
import { WithdrawFile } from './use-cases/withdraw-file.js';

const storage = {
  provide: Storage,
  inject: [Config],
  useFactory: async (config: Config): Promise<Storage> => {
    const disk = new DiskStorage(join(config.dataDir, 'documents'));
    await disk.removeLeftovers();
    return disk;
  },
};

const offered = [
  StoreDocument,
  OpenDocument,
  AttachSignature,
  RegisterPaper,
  WithdrawFile,
  PaperMarks,
  BrokenOffUploads,
];
const uploads = [BeginUpload, FinishUpload, DropUpload, Tus, ExpiredUploads];

@Global()
@Module({
  controllers: [PaperPage, WithdrawalPage, PaperFilePage, UploadsPage],
  providers: [storage, ...offered, ...uploads, FindPaper, PaperForPage, EraseFile, ScanFile, OrphanedFiles],
  exports: [Storage, ...offered],
})
export class DocumentsModule {}
