import { readFileSync } from 'node:fs';

/** The same for every demo account; demo mode is impossible in production. */
export const DEMO_PASSWORD = 'spryiannia-demo-2020';

export interface DemoAccount {
  role: string;
  name: string;
  email: string;
}

interface Named {
  email: string;
  familyName: string;
  givenName: string;
}

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`./data/${file}.json`, import.meta.url), 'utf8')) as unknown;

/** Everybody a visitor of the demo may sign in as, in the order of the cycle. */
export function demoAccounts(): DemoAccount[] {
  const people = read('people') as {
    staff: (Named & { role: string; organiser?: string })[];
    commission: (Named & { commissionRole: string })[];
  };
  const organisations = read('organisations') as { shortName: string; people: Named[] }[];
  return [
    ...people.staff.map((person) => account(person.role, person)),
    ...organisations.slice(0, 3).map(({ people: [head] }) => account('applicant', head!)),
    ...people.commission.map((person) => account(`commission-${person.commissionRole}`, person)),
  ];
}

const account = (role: string, person: Named): DemoAccount => ({
  role,
  name: `${person.givenName} ${person.familyName}`,
  email: person.email,
});
