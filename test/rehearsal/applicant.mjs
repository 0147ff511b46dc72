import { signUp } from './people.mjs';
import { day } from './staff.mjs';

/** What somebody from an organisation does, from the registration to the receipt. */

export const SPADES = {
  ...{ email: 'tkach@ngo.example', familyName: 'Ткач', givenName: 'Ірина' },
  ...{ edrpou: '37000006', name: 'Три лопати', project: 'Дубовий пояс: тисяча дерев навколо міста' },
};
export const LIBRARY = {
  ...{ email: 'koval@ngo.example', familyName: 'Коваль', givenName: 'Марта' },
  ...{ edrpou: '37000011', name: 'Жива бібліотека', project: 'Вечори усної історії у сільських бібліотеках' },
};
const STATUTE = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');

/** @returns the person and what they hold: the page of the receipt, the number, the files by their addresses */
export async function submitProposal(server, announcement, ngo) {
  const person = await signUp(server, ngo);
  await registerOrganisation(person, ngo);
  const application = await startProposal(person, announcement);
  await writeProposal(person, application, ngo);
  await person.open(`${application}/files`);
  await person.attach('question=statute', 'file-statute', {
    ...{ name: 'статут.pdf', type: 'application/pdf', content: STATUTE },
  });
  await person.open(`${application}/submission`);
  await person.send('/submission');
  const [, code] = /Подано за № (\S+)\. /.exec(person.text) ?? [];
  if (!code) throw new Error(`no receipt: ${person.text}`);
  return { person, application, code };
}

async function registerOrganisation(person, ngo) {
  await person.open('/organisations/new');
  await person.send('/organisations/new', {
    ...{ edrpou: ngo.edrpou, name: `Громадська організація «${ngo.name}»`, shortName: `ГО «${ngo.name}»` },
    ...{ legalForm: 'public-association', registeredOn: '12.03.2015', nonProfitSign: '0032' },
    ...{ address: 'вул. Садова, 3', settlement: 'м. Сєвєродонецьк' },
    ...{ headFamilyName: ngo.familyName, headGivenName: ngo.givenName },
    ...{ phone: '+380 50 111 22 33', email: ngo.email },
  });
}

async function startProposal(person, announcement) {
  await person.open(announcement);
  await person.send('/applications');
  await person.send('/applications');
  return person.path.split('?')[0];
}

async function writeProposal(person, application, ngo) {
  await person.open(`${application}/about`);
  await person.send('/about', {
    ...{ title: ngo.project, priorityId: person.choice('priorityId', 'Довкілля') },
    ...{ startOn: day(110), endOn: day(300) },
  });
  await answerEverything(person, application);
  await person.open(`${application}/activities`);
  await person.send('/activities', {
    ...{ 'activities[0][month]': person.choice('activities[0][month]', ''), 'activities[0][title]': 'Висадження' },
  });
  await person.open(`${application}/budget`);
  await person.send('/budget', {
    ...{ 'lines[0][title]': 'Саджанці дуба', 'lines[0][quantity]': '1000', 'lines[0][price]': '60' },
    ...{ 'lines[0][funded]': '50000', 'lines[0][own]': '10000' },
  });
  await person.open(`${application}/indicators`);
  await person.send('/indicators', {
    ...indicator(0, 'Дерева, які прийнялися', '850'),
    ...indicator(1, 'Мешканці помічають менше пилу', 'дві третини'),
  });
}

const indicator = (row, title, planned) => ({
  ...{ [`indicators[${row}][title]`]: title, [`indicators[${row}][planned]`]: planned },
  [`indicators[${row}][source]`]: 'Акт обстеження',
});

/** Every section of questions that the contents lead to. */
async function answerEverything(person, application) {
  await person.open(application);
  const sections = new Set([...person.html.matchAll(/\/answers\/([a-z0-9-]+)/g)].map(([, key]) => key));
  for (const section of sections) {
    await person.open(`${application}/answers/${section}`);
    await person.send(`/answers/${section}`, person.somethingInEvery('answers['));
  }
}
