import { Inject, Injectable } from '@nestjs/common';
import { Config } from '#libs/platform/config';
import { newId, type Tx } from '#libs/platform/database';
import { StoredDocument } from '../model/document.entity.js';
import { FileRefused } from '../model/documents.errors.js';
import { FileEdges } from '../model/file-edges.js';
import { claimedKind, demandKind, mediaTypeOf, type FileKind } from '../model/file-kinds.js';
import { cleanFileName } from '../model/file-name.js';
import { storageKeyOf } from '../model/storage-key.js';
import { FILE_MAX_BYTES, Storage, type StoredBytes } from '../storage/storage.js';

export interface NewDocument {
  ownerKind: string;
  ownerId: string;
  /** As the person's computer calls it; the kind follows from its extension. */
  name: string;
  /** Read while the transaction is open: a stream from a slow network belongs in a Buffer first. */
  content: Buffer | AsyncIterable<Buffer>;
  /** Kinds that are taken here; all that we know by default. */
  kinds?: readonly FileKind[];
  maxBytes?: number;
  /** The form field that a refusal is shown at; `file` by default. */
  field?: string;
  /** Made by ourselves: no virus scanner is asked. */
  isOurs?: boolean;
}

/** Keeps a file and notes it as a document of its owner. Who may do that is the owner's question. */
@Injectable()
export class StoreDocument {
  constructor(
    private readonly storage: Storage,
    @Inject(Config) private readonly config: Config,
  ) {}

  /**
   * Part of the owner's transaction. Without its commit no document exists;
   * the bytes are then removed by the sweep `documents.orphaned-files`.
   * @throws FileRefused too large, empty, not what its name says, or of a kind not taken
   */
  async within(tx: Tx, input: NewDocument): Promise<StoredDocument> {
    try {
      return await this.store(tx, input);
    } catch (error) {
      if (error instanceof FileRefused && input.field) throw error.at(input.field);
      throw error;
    }
  }

  private async store(tx: Tx, input: NewDocument): Promise<StoredDocument> {
    const name = cleanFileName(input.name);
    const kind = claimedKind(name, input.kinds);
    const id = newId();
    const bytes = await this.keep(storageKeyOf(id), kind, input);
    const document: StoredDocument = {
      id,
      ownerKind: input.ownerKind,
      ownerId: input.ownerId,
      name,
      mediaType: mediaTypeOf(kind),
      ...bytes,
      storageKey: storageKeyOf(id),
      createdAt: tx.now,
      createdBy: tx.actor.personId,
      scan: input.isOurs || this.config.clamavUrl === '' ? 'none' : 'waiting',
      scanFound: '',
    };
    await tx.manager.insert(StoredDocument, document);
    if (document.scan === 'waiting') tx.deliver('documents.scan-file', id);
    return document;
  }

  private async keep(key: string, kind: FileKind, { content, maxBytes }: NewDocument): Promise<StoredBytes> {
    const edges = new FileEdges();
    const chunks = Buffer.isBuffer(content) ? [content] : content;
    const bytes = await this.storage.put(key, edges.watch(chunks), maxBytes ?? FILE_MAX_BYTES);
    try {
      demandKind(kind, edges);
    } catch (error) {
      await this.storage.remove(key);
      throw error;
    }
    return bytes;
  }
}
