import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Measure } from './measure.entity.js';

/** A body, or a class of bodies, responsible for a measure, with its own «за згодою» mark. */
@Entity({ schema: 'measures', name: 'measure_party' })
export class MeasureParty {
  @ForeignKey(() => Measure, { name: 'fk_measure_party_measure' })
  @PrimaryColumn('uuid', { name: 'measure_id', primaryKeyConstraintName: 'pk_measure_party' })
  measureId: string;

  /** Place in the official list, from 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_measure_party' })
  position: number;

  @Column('text', { name: 'party_key' })
  partyKey: string;

  /** The name in full; `officialText` is what the plan says, shortened or declined as it stands there. */
  @Column('text')
  name: string;

  @Column('text', { name: 'name_en', nullable: true })
  nameEn: string | null;

  @Column('text', { name: 'official_text' })
  officialText: string;

  @Column('boolean', { name: 'by_consent' })
  byConsent: boolean;
}
