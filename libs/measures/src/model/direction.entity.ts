import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Plan } from './plan.entity.js';

/** A direction («напрям») of a plan: a numbered heading over its measures. */
@Entity({ schema: 'measures', name: 'direction' })
@Unique('uq_direction_number', ['planId', 'number'])
export class Direction {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_direction' })
  id: string;

  @ForeignKey(() => Plan, { name: 'fk_direction_plan' })
  @Column('uuid', { name: 'plan_id' })
  planId: string;

  @Column('integer')
  number: number;

  @Column('text')
  title: string;

  @Column('text', { name: 'title_en', nullable: true })
  titleEn: string | null;
}
