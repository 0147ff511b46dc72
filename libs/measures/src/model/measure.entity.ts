import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Deadline } from './deadline.js';
import { Direction } from './direction.entity.js';
import { Plan } from './plan.entity.js';

/** A measure («захід») in its official wording. */
@Entity({ schema: 'measures', name: 'measure' })
@Unique('uq_measure_number', ['planId', 'number'])
export class Measure {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_measure' })
  id: string;

  @ForeignKey(() => Plan, { name: 'fk_measure_plan' })
  @Column('uuid', { name: 'plan_id' })
  planId: string;

  @ForeignKey(() => Direction, { name: 'fk_measure_direction' })
  @Column('uuid', { name: 'direction_id' })
  directionId: string;

  /** «4.8» */
  @Column('text')
  number: string;

  /** Place in the plan, from 1: «4.10» follows «4.9». */
  @Column('integer')
  position: number;

  @Column('text')
  title: string;

  @Column('text', { name: 'title_en', nullable: true })
  titleEn: string | null;

  /** «Строк виконання» in the official words. */
  @Column('text', { name: 'deadline_text' })
  deadlineText: string;

  @Column('jsonb')
  deadline: Deadline;
}
