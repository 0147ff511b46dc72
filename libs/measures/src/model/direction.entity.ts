import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A direction («напрям») of a plan: a numbered heading over its measures. */
@Entity({ schema: 'measures', name: 'direction' })
@Unique('uq_direction_number', ['planId', 'number'])
export class Direction {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_direction' })
  id: string;

  @Column('uuid', { name: 'plan_id' })
  planId: string;

  @Column('integer')
  number: number;

  @Column('text')
  title: string;

  @Column('text', { name: 'title_en', nullable: true })
  titleEn: string | null;
}
