import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { toSafeInteger } from '#libs/platform/money';

const safeInteger = { to: (value: number) => value, from: (value: string) => toSafeInteger(value) };

/** What a virus scanner says: 'none' = nobody was asked. */
export type Scan = 'none' | 'waiting' | 'clean' | 'infected';

/** A file that someone owns. Its bytes never change: a new version is a new document. */
@Entity({ schema: 'documents', name: 'document' })
@Unique('uq_document_storage_key', ['storageKey'])
@Check('ck_document_size', 'size > 0')
@Check('ck_document_scan', "scan in ('none', 'waiting', 'clean', 'infected')")
@Check('ck_document_scan_found', "(scan = 'infected') = (scan_found <> '')")
@Index('ix_document_owner', ['ownerId', 'id'])
export class StoredDocument {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_document' })
  id: string;

  /** What it belongs to, e.g. 'application'; `ownerId` is the id of that. */
  @Column('text', { name: 'owner_kind' })
  ownerKind: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  /** Bytes. */
  @Column('bigint', { transformer: safeInteger })
  size: number;

  /** Of the bytes, hex. */
  @Column('text')
  sha256: string;

  @Column('text', { name: 'storage_key' })
  storageKey: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('text')
  scan: Scan;

  /** The scanner's name of what is in it; empty for all but infected ones. */
  @Column('text', { name: 'scan_found' })
  scanFound: string;
}
