import { presentationDue } from './budget-calendar.js';

it('rule 68: results of a programme are presented by 15 March of the next year, by an act that nobody has confirmed for 2020', () => {
  expect(presentationDue(2020)).toMatchObject({ on: '2021-03-15', verified: false });
});
