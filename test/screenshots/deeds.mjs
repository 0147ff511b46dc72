import { generate } from 'otplib';

/*
 * What nobody of the demo world has done yet and a page needs: done once by people through the forms of the product.
 * `isDone` is a select that finds a row afterwards.
 */

const OFFICER = 'officer@masscom.example';
const ADMIN = 'admin@spryiannia.example';
const APPLICANT = 'head@teplo-ruk.example';
const QUESTION = 'Чи можна оплатити з коштів конкурсу оренду приміщення, яке належить засновниці організації?';
const EXTRACT = {
  name: 'vytiah.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
};

const WRITER = 'head@nadiia-lyman.example';
const SOCIAL_OFFICER = 'officer@social.example';

const openCode = (client) => one(client, `select code from competitions.competition where state = 'announced'`);
const draftOf = (client, email) =>
  one(
    client,
    `select a.id from applications.application a join identity.v_role r on r.scope_id = a.organisation_id
       join competitions.competition c on c.id = a.competition_id
      where r.email = '${email}' and a.state = 'draft' and c.state = 'announced' limit 1`,
  );
const one = async (client, sql) => Object.values((await client.query(sql)).rows[0] ?? {})[0];

const DEEDS = [
  {
    name: 'questions about the call',
    isDone: 'select 1 from announcements.inquiry',
    do: async ({ visitors, client }) => {
      const code = await openCode(client);
      for (const words of [QUESTION, 'До якої години приймають документи в останній день?'])
        await visitors.fill(await visitors.page(null), `/competitions/${code}/questions`, { words });
    },
  },
  {
    name: 'subscriptions of a person',
    isDone: 'select 1 from announcements.subscription where person_id is not null',
    do: async ({ visitors }) => visitors.fill(await visitors.page(APPLICANT), '/subscriptions/new', { topic: true }),
  },
  {
    name: 'a subscription that waits for its owner',
    isDone: 'select 1 from announcements.subscription where person_id is null',
    do: async ({ visitors }) =>
      visitors.fill(await visitors.page(null), '/subscriptions/new', { topic: true, email: 'reader@novyny.example' }),
  },
  {
    name: 'a letter of registration',
    isDone: `select 1 from identity.one_time_token where purpose = 'sign-up'`,
    do: async ({ visitors }) => visitors.fill(await visitors.page(null), '/sign-up', { email: 'nova@hromada.example' }),
  },
  {
    name: 'a forgotten password',
    isDone: `select 1 from identity.one_time_token where purpose = 'password-reset'`,
    do: async ({ visitors }) => visitors.fill(await visitors.page(null), '/password-reset', { email: APPLICANT }),
  },
  {
    name: 'an invited officer',
    isDone: `select 1 from identity.person where email = 'new-officer@masscom.example'`,
    do: async ({ visitors }) =>
      visitors.fill(await visitors.page(ADMIN), '/admin/people/new', {
        email: 'new-officer@masscom.example',
        familyName: 'Довгополенко-Новогребельська',
        givenName: 'Олександра',
        role: 'officer',
        organiserId: true,
        position: 'головний спеціаліст відділу взаємодії з громадськістю',
        actNumber: '14-к',
        actOn: '20.11.2020',
      }),
  },
  {
    name: 'an address of one’s own that changes',
    isDone: `select 1 from identity.one_time_token where purpose = 'email-change'`,
    do: async ({ visitors }) =>
      visitors.fill(await visitors.page(APPLICANT), '/account/email', {
        email: 'new-head@teplo-ruk.example',
        password: 'spryiannia-demo-2020',
      }),
  },
  {
    name: 'a person who lost the mailbox',
    isDone: 'select 1 from identity.email_change',
    do: async ({ visitors, client }) => {
      const id = await one(
        client,
        `select person_id from identity.v_role where role = 'applicant' order by email limit 1`,
      );
      await visitors.fill(await visitors.page(ADMIN), `/admin/people/${id}/email`, {
        email: 'new-mail@hromada.example',
        reason: 'Скриньку закрив постачальник пошти, пароль до неї втрачено.',
        identifiedBy: 'Прийшов особисто з паспортом.',
      });
    },
  },
  {
    name: 'a colleague who asks for the right to act',
    isDone: `select 1 from identity.claim where purpose = 'colleague'`,
    do: async ({ visitors, client }) => {
      const edrpou = await one(
        client,
        `select o.edrpou from identity.organisation o join identity.v_role r on r.scope_id = o.id where r.email = '${APPLICANT}'`,
      );
      await visitors.fill(await visitors.page('s.burlaka@vahonka.example'), '/claims/new', {
        edrpou,
        purpose: 'colleague',
        position: 'координаторка проєктів',
        words: 'Веду проєкт організації з вересня; голова доручила подати пропозицію.',
        extract: EXTRACT,
      });
    },
  },
  {
    name: 'a director who goes on leave',
    isDone: 'select 1 from identity.role_grant where substitute_for is not null',
    do: async ({ visitors, client }) => {
      const id = await one(
        client,
        `select id from identity.v_role where email = 'director@masscom.example' and role = 'director'`,
      );
      await visitors.fill(await visitors.page('director@masscom.example'), `/account/powers/${id}/substitution`, {
        substituteId: true,
        fromOn: '26.11.2020',
        untilOn: '10.12.2020',
        position: 'в. о. директора департаменту',
        actNumber: '212-к',
        actOn: '25.11.2020',
      });
    },
  },
  {
    name: 'a draft from last year',
    isDone: `select 1 from competitions.competition where state = 'draft'`,
    do: async ({ visitors, client }) => {
      const id = await one(client, `select id from competitions.competition where code = '1.1-2021'`);
      await visitors.fill(await visitors.page(OFFICER), `/organiser/competitions/${id}/copy`, {
        announcedOn: '01.12.2021',
      });
    },
  },
  {
    name: 'a form of questions that changes',
    isDone: `select 1 from competitions.competition where state = 'announced' and form_change is not null`,
    do: async ({ visitors, client }) => {
      const id = await one(client, `select id from competitions.competition where state = 'announced'`);
      const page = await visitors.page('officer@social.example');
      await visitors.fill(page, `/organiser/competitions/${id}/form`, {}, 'Почати зміну форми');
    },
  },
  {
    name: 'an act that waits for its director',
    isDone: `select 1 from competitions.act where state = 'prepared'`,
    do: async ({ visitors, client }) => {
      const id = await one(client, `select id from competitions.competition where state = 'announced'`);
      await visitors.fill(
        await visitors.page('officer@social.example'),
        `/organiser/competitions/${id}/acts/new/suspend`,
        {
          number: '58-од',
          actOn: '24.11.2020',
          reason:
            'Змінено обсяг коштів програми: рада розглядає зміни до обласного бюджету, рішення очікують за тиждень.',
        },
      );
    },
  },
  {
    name: 'two accounts of one person',
    isDone: 'select 1 from identity.people_merge',
    do: async ({ visitors, client }) => {
      const id = await one(client, `select person_id from identity.v_role where email = 's.burlaka@vahonka.example'`);
      const admin = await visitors.page(ADMIN);
      await visitors.fill(admin, `/admin/people/${id}/merge?into=${APPLICANT}`, {
        reason: 'Людина зареєструвалася двічі: зі старої скриньки та з нової.',
        identifiedBy: 'Прийшла особисто з паспортом.',
        organiserId: true,
      });
    },
  },
  {
    name: 'a rehearsal of a competition',
    isDone: 'select 1 from competitions.competition where is_rehearsal',
    do: async ({ visitors, client }) => {
      const id = await one(client, `select id from competitions.competition where code = '1.1-2021'`);
      await visitors.fill(await visitors.page(OFFICER), `/organiser/competitions/${id}/copy`, {
        announcedOn: '01.12.2021',
        isRehearsal: true,
      });
    },
  },
  {
    name: 'an envelope on paper',
    isDone: 'select 1 from applications.envelope',
    do: async ({ visitors, client }) => {
      const id = await one(client, `select id from competitions.competition where state = 'announced'`);
      await visitors.fill(await visitors.page(SOCIAL_OFFICER), `/organiser/competitions/${id}/envelopes/new`, {
        incomingNumber: '145/01-20',
        receivedAt: '25.11.2020 11:20',
        sender: 'Громадська організація «Світанок над Красною», м. Кремінна, вул. Шкільна, 4',
        channel: true,
        scan: EXTRACT,
      });
    },
  },
  {
    name: 'a draft shown to the authority',
    isDone: 'select 1 from applications.draft_look',
    do: async ({ visitors, client }) => {
      const id = await draftOf(client, WRITER);
      const writer = await visitors.page(WRITER);
      await visitors.fill(writer, `/applications/${id}/showing`, {});
      const code = await writer.locator('main .stat__number').innerText();
      await visitors.fill(await visitors.page(SOCIAL_OFFICER), '/organiser/shown-drafts', { code });
    },
  },
  {
    name: 'a question about a conflict of interest',
    isDone: 'select 1 from evaluation.conflict_question',
    do: async ({ visitors, client }) => {
      const id = await one(client, `select id from competitions.competition where state = 'scoring'`);
      await visitors.fill(await visitors.page('h.lytvyn@library.example'), `/conflicts/${id}/statement`, {
        personId: true,
        applicationId: true,
        reason: 'Працював у цій організації до минулого літа; його дружина й досі веде там бухгалтерію.',
      });
    },
  },
  {
    name: 'a second factor',
    isDone: 'select 1 from identity.second_factor where confirmed_at is not null',
    do: async ({ visitors }) => {
      const page = await visitors.page('director@social.example');
      await visitors.fill(page, '/account/second-factor', { password: 'spryiannia-demo-2020' });
      const secret = (await page.locator('main code').first().innerText()).replaceAll(' ', '');
      await visitors.send(page, { code: await generate({ secret }) });
    },
  },
];

/** The clock of the demo goes past the reception of the open competition, and its officer opens the proposals. */
export async function endReception(visitors, client) {
  const id = await one(client, `select id from competitions.competition where state = 'announced'`);
  if (!id) return;
  const day = await one(
    client,
    `select to_char(closes_at + interval '1 day', 'DD.MM.YYYY') from competitions.competition where id = '${id}'`,
  );
  await visitors.fill(await visitors.page(null), '/demo', { to: `${day} 10:00` });
  const officer = await visitors.page('officer@social.example');
  await visitors.fill(officer, `/organiser/competitions/${id}`, {}, 'Відкрити пропозиції');
}

/** Does what is not done yet. A deed that fails is said and left out: its pages will be reported as missed. */
export async function doDeeds(visitors, client) {
  for (const deed of DEEDS) {
    const isDone = async () => (await client.query(`${deed.isDone} limit 1`)).rows.length > 0;
    if (await isDone()) continue;
    const why = await deed.do({ visitors, client }).then(
      () => '',
      (error) => String(error.message).split('\n')[0],
    );
    if (!(await isDone())) console.log(`Not done: ${deed.name} ${why}`);
  }
}
