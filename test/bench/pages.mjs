import pg from 'pg';

/**
 * Pages that are measured, each with who opens it (null = a visitor). The ids are those of the demo world, which both
 * worlds contain: what is measured is the same page, with more or less of a world around it.
 * @param {string} databaseUrl
 * @returns {Promise<{ path: string, email: string | null }[]>}
 */
export async function pagesToMeasure(databaseUrl) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const one = async (sql) => (await client.query(sql)).rows[0].id;
  const decided = await one(`select id from competitions.competition where code = '1.1-2020'`);
  const scoring = await one(`select id from competitions.competition where code = '3.3-2021'`);
  const edrpou = await one(
    `select edrpou as id from identity.organisation where name like '%РІВНИЙ БОРДЮР%' order by id limit 1`,
  );
  await client.end();
  const room = `/organiser/competitions/${decided}`;
  const of = (email, paths) => paths.map((path) => ({ path, email }));
  return [
    ...of(null, ['/', '/competitions', '/competitions/1.1-2020', '/competitions/1.1-2020/admission']),
    ...of(null, [
      '/competitions/1.1-2020/results',
      '/competitions/1.1-2020/results/table',
      '/plan/luhansk-masscom/2020',
    ]),
    ...of(null, [
      '/plan/luhansk-masscom/2020/1.1',
      `/organisations/${edrpou}`,
      '/search?q=шахта',
      '/search?q=рівний+бордюр',
    ]),
    ...of(null, [
      '/api/v1/competitions',
      '/api/v1/competitions/1.1-2020/results',
      '/api/v1/competitions/1.1-2020/results.csv',
    ]),
    ...of('officer@masscom.example', [
      '/desk',
      '/organiser/competitions',
      room,
      `${room}/proposals`,
      `${room}/admission`,
    ]),
    ...of('officer@masscom.example', [`${room}/rating`, `${room}/allocation`, `${room}/commission`, `${room}/scoring`]),
    ...of('v.rybalko@masscom.example', ['/desk', '/scoring', `/scoring/${scoring}`]),
    ...of('head@teplo-ruk.example', ['/desk', '/applications']),
    ...of('admin@spryiannia.example', ['/admin/people', '/admin/organisers', '/admin/system']),
  ];
}
