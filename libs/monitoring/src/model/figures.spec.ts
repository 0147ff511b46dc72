import { reachedOf } from './figures.js';

it('counts indicators by how much of the plan was reached, whatever stands beside the numbers', () => {
  const of = (planned: string, fact: string) => ({ planned, fact });
  expect(
    reachedOf([
      of('100', '100'),
      of('не менше 1 200', '1250 осіб'),
      of('10', '7,5'),
      of('10', '7'),
      of('так', 'так'),
      of('5', ''),
    ]),
  ).toEqual({ whole: 2, mostly: 1, little: 1, unknown: 2 });
});
