import { organisations, seasons } from './play/season-data.js';
import { worldData, type Member } from './play/world-data.js';

/** The same for every demo account; demo mode is impossible in production. */
export const DEMO_PASSWORD = 'spryiannia-demo-2020';

export interface DemoAccount {
  role: string;
  name: string;
  email: string;
  /** Organisation or position. */
  place: string;
}

/** Accounts that belong together; `key` names the words of the page: a heading, and what to try. */
export interface DemoGroup {
  key: 'applicants' | 'masscom' | 'scoring' | 'social' | 'social-commission' | 'system';
  accounts: DemoAccount[];
}

/** Won this year; waits; was refused for its age; has a draft; applied everywhere; a union; a charity. */
const APPLICANTS = [
  'try-lopaty',
  'vahonka',
  'berehynia-stepu',
  'kordon',
  'mamyna-zmina',
  'teplo-ruk',
  'rivnyi-bordiur',
  'mandrivna-lialka',
  'tepla-khata',
];

/** Everybody a visitor of the demo may sign in as, in the order of the cycle. */
export function demoGroups(): DemoGroup[] {
  return [
    { key: 'applicants', accounts: APPLICANTS.map(applicant) },
    { key: 'masscom', accounts: staffOf('masscom') },
    { key: 'scoring', accounts: seasons.women2021.commission.map(member) },
    { key: 'social', accounts: staffOf('social') },
    { key: 'social-commission', accounts: seasons.social2021.commission.map(member) },
    { key: 'system', accounts: worldData.people.staff.filter(isAdministrator).map(staff) },
  ];
}

export const demoAccounts = (): DemoAccount[] => demoGroups().flatMap(({ accounts }) => accounts);

interface Named {
  email: string;
  familyName: string;
  givenName: string;
}

const account = (role: string, { givenName, familyName, email }: Named, place: string): DemoAccount => ({
  ...{ role, email, place },
  name: `${givenName} ${familyName}`,
});

type Staff = (typeof worldData.people.staff)[number];
const isAdministrator = ({ role }: Staff): boolean => role === 'administrator';
const staff = (person: Staff): DemoAccount => account(person.role, person, person.position);
const member = (person: Member): DemoAccount => account(`commission-${person.commissionRole}`, person, person.position);

const staffOf = (organiser: string): DemoAccount[] =>
  worldData.people.staff.filter((one) => one.organiser === organiser && !isAdministrator(one)).map(staff);

function applicant(key: string): DemoAccount {
  const { shortName, people } = organisations.find((one) => one.key === key)!;
  return account('applicant', people[0]!, shortName);
}
