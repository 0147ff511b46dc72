import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Config } from '#libs/platform/config';
import { EraseFile } from './jobs/erase-file.job.js';
import { OrphanedFiles } from './jobs/orphaned-files.sweep.js';
import { DiskStorage } from './storage/disk-storage.js';
import { Storage } from './storage/storage.js';
import { OpenDocument } from './use-cases/open-document.js';
import { StoreDocument } from './use-cases/store-document.js';

const storage = {
  provide: Storage,
  inject: [Config],
  useFactory: async (config: Config): Promise<Storage> => {
    const disk = new DiskStorage(join(config.dataDir, 'documents'));
    await disk.removeLeftovers();
    return disk;
  },
};

@Global()
@Module({
  providers: [storage, StoreDocument, OpenDocument, EraseFile, OrphanedFiles],
  exports: [Storage, StoreDocument, OpenDocument],
})
export class DocumentsModule {}
