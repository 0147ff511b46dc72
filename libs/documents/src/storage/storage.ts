import type { Readable } from 'node:stream';

export const FILE_MAX_BYTES = 50 * 1024 * 1024;

export interface StoredBytes {
  size: number;
  /** Hex. */
  sha256: string;
}

/** Where the bytes of documents are kept. A key is made by `storageKeyOf`, never from what a person typed. */
export abstract class Storage {
  /**
   * Keeps the content under a new key; it is there in full and on the disk, or not at all.
   * @throws FileRefused `documents.too-large`, `documents.empty`
   */
  abstract put(key: string, content: AsyncIterable<Buffer>, maxBytes?: number): Promise<StoredBytes>;

  /** @throws when there is no such file, before anything is read */
  abstract open(key: string): Promise<Readable>;

  /** Does nothing when there is no such file. */
  abstract remove(key: string): Promise<void>;

  abstract keys(): AsyncIterable<string>;

  /** How many bytes of a file that arrives in pieces are here; 0 before the first. `id`: of its upload. */
  abstract partSize(id: string): Promise<number>;

  /**
   * Adds what flows by behind `offset` bytes that are here already. When the flow breaks off, what came stays.
   * @returns how many bytes are here now
   */
  abstract appendPart(
    id: string,
    content: AsyncIterable<Buffer>,
    limits: { offset: number; maxBytes: number },
  ): Promise<number>;

  abstract openPart(id: string): Promise<Readable>;

  /** Does nothing when there is none. */
  abstract removePart(id: string): Promise<void>;
}
