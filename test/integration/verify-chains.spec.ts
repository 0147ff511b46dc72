import { jest } from '@jest/globals';
import pg from 'pg';
import { SYSTEM } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { factKind, verifyChains } from '#libs/platform/facts';
import { startApp, type TestApp } from '../support/app.js';
import { cli } from '../support/cli.js';
import { World } from '../support/world.js';

jest.setTimeout(180_000);

const happened = factKind('test.happened');

describe('verify-chains', () => {
  let app: TestApp;
  let world: World;
  const scopeId = newId();

  beforeAll(async () => {
    app = await startApp();
    world = await World.open();
    for (const n of [1, 2, 3])
      await app.uow.run(await app.ctx(SYSTEM), async (tx) =>
        tx.record(happened, { subjectId: newId(), scopeId, particulars: { n }, personal: { name: 'Особа' } }),
      );
  });
  afterAll(async () => {
    await app.close();
    await world.close();
  });

  // The owner of the database may do what the application may not: each plant is found, then taken back.
  it.each([
    ['a changed body', `update facts.fact set body = replace(body, '"n":2', '"n":9') where seq = 2`, 2, 'hash'],
    ['a changed column beside the body', `update facts.fact set name = 'test.other' where seq = 2`, 2, 'columns'],
    [
      'changed personal particulars',
      `update facts.personal_particulars set body = '{}' where fact_id = $1`,
      3,
      'personal',
    ],
    ['a cut-off end', 'delete from facts.fact where id = $1', 3, 'end'],
    ['a chain without its head', 'delete from facts.chain_head', 4, 'end'],
  ])('finds %s', async (_, plant, seq, why) => {
    const broken = await planted(plant);
    expect(broken).toEqual([{ scopeId, seq, why }]);
  });

  it('does not mind erased personal particulars', async () => {
    expect(await planted('delete from facts.personal_particulars where fact_id = $1')).toEqual([]);
  });

  it('says the place and ends with 1; a whole chain ends with 0', async () => {
    const last = await world.rows<{ facts: string }>('select count(*) as facts from facts.fact where seq is not null');
    const whole = await cli(['verify-chains']);
    expect(whole.code).toBe(0);
    expect(whole.output).toMatch(new RegExp(`^Whole: \\d+ chains, ${last[0]!.facts} facts\\.\n$`));
    await world.rows(`update facts.fact set body = replace(body, '"n":2', '"n":9') where scope_id = $1 and seq = 2`, [
      scopeId,
    ]);
    expect(await cli(['verify-chains'])).toEqual({
      code: 1,
      output: `verify-chains: chain ${scopeId} is broken at 2 (hash)\n`,
    });
  });

  /** Plants a change in our chain ($1 is its last fact), walks the chains in the same transaction, takes it back. */
  async function planted(sql: string): Promise<unknown[]> {
    const client = new pg.Client(process.env.DATABASE_URL);
    await client.connect();
    try {
      await client.query('begin');
      const last = await client.query('select id from facts.fact where scope_id = $1 order by seq desc limit 1', [
        scopeId,
      ]);
      await client.query('delete from facts.delivery where fact_id = $1', [last.rows[0].id]);
      if (sql.startsWith('delete from facts.fact'))
        await client.query('delete from facts.personal_particulars where fact_id = $1', [last.rows[0].id]);
      const guarded = sql.includes('$1') ? sql : `${sql} ${sql.includes('where') ? 'and' : 'where'} scope_id = $1`;
      await client.query(guarded, [sql.includes('$1') ? last.rows[0].id : scopeId]);
      const rows = async (text: string, params: readonly unknown[] = []) =>
        (await client.query(text, [...params])).rows as never[];
      return (await verifyChains({ rows, one: async (...args) => (await rows(...args))[0] })).broken;
    } finally {
      await client.query('rollback');
      await client.end();
    }
  }
});
