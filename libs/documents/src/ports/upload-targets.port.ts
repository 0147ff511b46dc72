import type { Context } from '#libs/platform/access';
import type { Tx } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';
import type { NewUpload, UploadTarget } from '../model/upload.js';

export interface ArrivedFile {
  name: string;
  content: AsyncIterable<Buffer>;
}

/** Who takes files that arrive in pieces: one class for each kind of target. */
@Port('many')
export abstract class UploadTargets {
  /** `kind` of the targets. */
  abstract readonly kind: string;

  /**
   * Asked before the first byte: may this person put a file of that name and size there now?
   * @throws NotFound, Forbidden, FileRefused, InvalidInput
   */
  abstract demand(ctx: Context, upload: NewUpload): Promise<void>;

  /** The whole file is here: keeps it, and calls `done` in the same transaction with the id of the document. */
  abstract receive(
    ctx: Context,
    target: UploadTarget,
    file: ArrivedFile,
    done: (tx: Tx, documentId: string) => Promise<void>,
  ): Promise<void>;
}
