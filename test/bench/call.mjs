const DAY_MS = 86_400_000;
const BUDGET_YEAR = 2021;

const words = (uk) => ({ uk, en: uk });
const part = (key) => ({ key, part: key, title: words(key), questions: [] });
const FORM = {
  sections: [
    {
      ...{ key: 'need', title: words('Проблема') },
      questions: [{ key: 'problem', title: words('Яку проблему?'), hint: words(''), kind: 'long', required: true }],
    },
    ...['activities', 'budget', 'indicators', 'files'].map(part),
  ],
};
const CRITERIA = ['fit', 'results', 'efficiency', 'capacity'];
const MAX_POINTS = 5;

/**
 * An authority with one competition whose reception ends at an instant.
 * @param {import('pg').Client} client
 * @param {{ closesAt: Date } & Record<string, unknown>} call closesAt, and columns that are not as usual
 * @returns {Promise<{ id: string, organiserId: string, criteria: string[] }>} criteria: ids of four of them, 0–5 points
 */
export async function insertCall(client, { closesAt, ...values }) {
  const insert = async (table, row) => {
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`);
    const sql = `insert into ${table} (id, ${names}) values (gen_random_uuid(), ${places}) returning id`;
    return (await client.query(sql, Object.values(row))).rows[0].id;
  };
  const organiserId = await insert('identity.organiser', {
    ...{ slug: 'bench', name: 'Департамент', short_name: 'Департамент', edrpou: '32855961', city: 'Сєвєродонецьк' },
    ...{ contact_name: 'Олена', contact_phone: '+380500000001', contact_email: 'd@masscom.example', working_hours: '' },
  });
  const at = (days) => new Date(closesAt.getTime() + days * DAY_MS);
  const day = (days) => at(days).toISOString().slice(0, 10);
  const id = await insert('competitions.competition', {
    ...{ organiser_id: organiserId, state: 'announced', code: '1.1-2021', title: 'Конкурс', purpose: '' },
    ...{ created_at: at(-31), published_at: at(-31), opens_at: at(-31), closes_at: closesAt, announced_on: day(-31) },
    ...{ rule_set_key: '1049-2020', rule_set: JSON.stringify({ key: '1049-2020', slots: {} }) },
    ...{ rule_set_sha256: '0'.repeat(64), form: JSON.stringify(FORM), admitted_legal_forms: ['public-association'] },
    ...{ budget_year: BUDGET_YEAR, pot_kop: 60_000_000, cap_kop: 6_000_000, own_share_hundredths: 1500 },
    ...{ applications_per_organisation_max: 1, scoring_mode: 'every-member', passing_hundredths: 1200 },
    ...{ tie_order: ['submitted-earlier'], scoring_from: at(10), scoring_until: at(20), decision_until: day(40) },
    ...{ projects_from: day(60), projects_until: day(300) },
    ...values,
  });
  await insert('competitions.priority', { competition_id: id, position: 1, title: 'Молодь', description: '' });
  const criteria = [];
  for (const [index, key] of CRITERIA.entries())
    criteria.push(
      await insert('competitions.criterion', {
        ...{ competition_id: id, position: index + 1, key, title: key, max_points: MAX_POINTS },
      }),
    );
  return { id, organiserId, criteria };
}
