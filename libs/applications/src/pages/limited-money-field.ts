import { Max } from 'class-validator';

/** Above it an amount of one line would leave the numbers that can be added up exactly. */
export const LimitedMoneyField = (maxKop: number): PropertyDecorator =>
  Max(maxKop, { message: 'applications.amount-too-large', context: { max: maxKop / 100 } });
