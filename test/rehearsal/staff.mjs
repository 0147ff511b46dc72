import { acceptInvitation, letterTo, linkIn } from './people.mjs';

/** What the administrator and the officer do on their pages, up to an announced competition. Days are Kyiv days. */

const AUTHORITY = {
  name: 'Департамент масових комунікацій облдержадміністрації',
  shortName: 'Департамент',
  slug: 'masscom',
  edrpou: '98201121',
  city: 'м. Сєвєродонецьк',
  contactName: 'Ірина Тесленко, головна спеціалістка',
  contactPhone: '+380 50 000 00 01',
  contactEmail: 'konkurs@masscom.example',
  workingHours: 'пн–пт, 9:00–18:00',
};
const OFFICER = { email: 'teslenko@masscom.example', familyName: 'Тесленко', givenName: 'Ірина' };
const SEATS = ['commission-chair', 'commission-secretary', ...Array(5).fill('commission-member')];
const MOST_DAYS = 365;

/** @param {number} inDays @returns {string} a day as it is typed, «05.10.2020» */
export function day(inDays) {
  const at = new Date(Date.now() + inDays * 86_400_000);
  return new Intl.DateTimeFormat('uk-UA', { timeZone: 'Europe/Kyiv', dateStyle: 'short' })
    .formatToParts(at)
    .reduce((text, { type, value }) => text + (type === 'year' ? String(at.getFullYear()) : value), '')
    .replace(/[^\d.]/g, '');
}

export async function addAuthority(admin) {
  await admin.open('/admin/organisers/new');
  await admin.send('/admin/organisers/new', AUTHORITY);
  return AUTHORITY.slug;
}

export async function inviteOfficer(server, admin) {
  await admin.open('/admin/people/new');
  await admin.send('/admin/people/new', {
    ...OFFICER,
    ...{ role: 'officer', organiserId: admin.choice('organiserId', AUTHORITY.name) },
    ...{ position: 'головна спеціалістка', actNumber: '112-к', actOn: day(0) },
  });
  const letter = await letterTo(server.stand, OFFICER.email, 'Запрошення до системи');
  return acceptInvitation(server, OFFICER.email, linkIn(letter.text));
}

export async function createCompetition(officer) {
  await officer.open('/organiser/competitions/new');
  const measureId = officer.choice('measureId', '2020 · 1.1.');
  await officer.send('/organiser/competitions/new', {
    ...{ title: 'Конкурс проєктів громадських об’єднань', measureId, announcedOn: day(0) },
  });
  const overview = officer.path;
  for (const [section, values] of Object.entries(settings())) {
    await officer.open(`${overview}/settings/${section}`);
    await officer.send(`/settings/${section}`, values);
  }
  for (const [index, role] of SEATS.entries()) await appoint(officer, overview, role, index);
  return overview;
}

const settings = () => ({
  basics: { purpose: 'Підтримати громадські ініціативи, які роблять громади області зеленішими.' },
  money: { budgetProgramme: '2718450', potKop: '60 000,00', capKop: '50 000,00', ownShareHundredths: '15' },
  participation: { applicationsPerOrganisationMax: '1' },
  priorities: { 'priorities[0][title]': 'Довкілля і зелені громади', activities: 'Висадження дерев' },
  calendar: {
    ...{ announcedOn: day(0), lateAnnouncementReason: 'Кошти передбачено змінами до програми.' },
    ...{ opensAt: `${day(0)} 00:00`, closesAt: `${day(40)} 18:00` },
    ...{ scoringFrom: `${day(60)} 09:00`, scoringUntil: `${day(75)} 18:00`, decisionUntil: day(90) },
    ...{ projectsFrom: day(100), projectsUntil: day(MOST_DAYS) },
  },
  criteria: { passingHundredths: '12' },
  scoring: { scoringMode: 'every-member' },
  contacts: {
    ...{ place: 'м. Сєвєродонецьк, просп. Центральний, 59', contactName: 'Ірина Тесленко' },
    ...{ contactPhone: '+380 50 000 00 01', contactEmail: 'konkurs@masscom.example' },
    ...{ orderNumber: '45', orderOn: day(0) },
  },
});

async function appoint(officer, overview, role, index) {
  await officer.open(`${overview}/commission`);
  await officer.send('/commission', {
    ...{ role, email: `member${index}@commission.example`, familyName: 'Гнатюк', givenName: 'Павло' },
    ...{ position: 'головний спеціаліст', actNumber: '87', actOn: day(0) },
    ...(index > 1 ? { isCsoRepresentative: 'on' } : {}),
  });
}

/** What no act confirms binds by the order of the competition; no vote of the public, which nobody carries out yet. */
async function settleValues(officer, overview) {
  await officer.open(`${overview}/rules/publicVote`);
  await officer.send('/rules/publicVote', { value: 'no', source: 'Наказ № 45' });
  await officer.open(`${overview}/values?key=all`);
  await officer.send('/values', { number: '45', on: day(0) });
}

/** @returns {Promise<string>} address of the announcement */
export async function announce(officer, overview) {
  await settleValues(officer, overview);
  await officer.open(overview);
  await officer.send('/steps/publish');
  return /href="(\/competitions\/[^"/]+)"/.exec(officer.html)?.[1] ?? '';
}
