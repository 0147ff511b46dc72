import { Hourly } from './hourly.js';

const at = (time: string): Date => new Date(`2021-03-01T${time}:00Z`);

it('counts once an hour, however many ask', async () => {
  let counts = 0;
  const hourly = new Hourly(() => Promise.resolve((counts += 1)));
  const first = await Promise.all([hourly.read(at('10:00')), hourly.read(at('10:00'))]);
  expect(first.map(({ figure }) => figure)).toEqual([1, 1]);
  expect(await hourly.read(at('10:59'))).toEqual({ figure: 1, at: at('10:00') });
  expect(await hourly.read(at('11:00'))).toEqual({ figure: 2, at: at('11:00') });
});

it('counts again after a count that failed', async () => {
  let counts = 0;
  const hourly = new Hourly(() => ((counts += 1) === 1 ? Promise.reject(new Error('away')) : Promise.resolve(counts)));
  await expect(hourly.read(at('10:00'))).rejects.toThrow('away');
  expect((await hourly.read(at('10:01'))).figure).toBe(2);
});
