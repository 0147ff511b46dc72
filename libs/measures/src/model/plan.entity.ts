import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The approved plan of one authority for one year. It is imported once and never edited. */
@Entity({ schema: 'measures', name: 'plan' })
@Check('ck_plan_year', '(year >= 1991) AND (year <= 2200)')
@Unique('uq_plan_year', ['organiserId', 'year'])
@Unique('uq_plan_address', ['organiserSlug', 'year'])
export class Plan {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_plan' })
  id: string;

  @Column('uuid', { name: 'organiser_id' })
  organiserId: string;

  /** Part of the plan's address; stays as it was at import. */
  @Column('text', { name: 'organiser_slug' })
  organiserSlug: string;

  @Column('text', { name: 'organiser_name' })
  organiserName: string;

  @Column('integer')
  year: number;

  @Column('text')
  title: string;

  @Column('text', { name: 'title_en', nullable: true })
  titleEn: string | null;

  @Column('text', { name: 'approved_by_position' })
  approvedByPosition: string;

  @Column('text', { name: 'approved_by_name' })
  approvedByName: string;

  @Column('date', { name: 'approved_on' })
  approvedOn: string;

  @Column('text', { name: 'signed_by_position' })
  signedByPosition: string;

  @Column('text', { name: 'signed_by_name' })
  signedByName: string;

  /** SHA-256 of the file it came from: tells a repeated import from a different plan. */
  @Column('text', { name: 'source_sha256' })
  sourceSha256: string;

  @Column('timestamptz', { name: 'imported_at' })
  importedAt: Date;
}
