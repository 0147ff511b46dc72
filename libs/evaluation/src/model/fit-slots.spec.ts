import { fitSlots, inDefenceOrder, overlap, roomIn, type DayFrame } from './fit-slots.js';
import { sha256Hex } from './lot.js';

const at = (time: string) => new Date(`2020-11-20T${time}:00Z`);
const day = (values: Partial<DayFrame> = {}): DayFrame => ({
  ...{ id: 'one', startsAt: at('08:00'), endsAt: at('09:00'), minutesEach: 10, pauseAfter: null, pauseMinutes: null },
  ...values,
});
const times = (slots: { startsAt: Date }[]) => slots.map(({ startsAt }) => startsAt.toISOString().slice(11, 16));

describe('the agenda of a defence', () => {
  it('rule 43: gives each proposal its time, one after another', () => {
    expect(times(fitSlots([day()], 3))).toEqual(['08:00', '08:10', '08:20']);
  });

  it('rule 43: pauses after so many, and not after the last one', () => {
    const slots = fitSlots([day({ pauseAfter: 2, pauseMinutes: 15 })], 4);
    expect(times(slots)).toEqual(['08:00', '08:10', '08:35', '08:45']);
    expect(slots.at(-1)!.endsAt).toEqual(at('08:55'));
  });

  it('rule 43: ends no later than the day, and goes on in the next one', () => {
    const next = day({ id: 'two', startsAt: at('12:00'), endsAt: at('12:30') });
    const slots = fitSlots([next, day({ endsAt: at('08:25') })], 4);
    expect(slots.map(({ dayId }) => dayId)).toEqual(['one', 'one', 'two', 'two']);
    expect(times(slots)).toEqual(['08:00', '08:10', '12:00', '12:10']);
  });

  it('rule 43: says how many find room', () => {
    expect(fitSlots([day()], 10).length).toBe(6);
    expect(roomIn([day(), day({ id: 'two', minutesEach: 30 })], 100)).toBe(8);
    expect(roomIn([], 100)).toBe(0);
  });
});

describe('the order of a defence', () => {
  const proposals = [
    { registerCode: 'Б/2', rank: 1 },
    { registerCode: 'А/1', rank: 2 },
    { registerCode: 'В/3', rank: null },
  ];
  const codes = (order: Parameters<typeof inDefenceOrder>[1]) =>
    inDefenceOrder(proposals, order).map(({ registerCode }) => registerCode);

  it('rule 43: is that of registration, or as it was typed, with newcomers last', () => {
    expect(codes({ orderBy: 'register', seed: null })).toEqual(['А/1', 'Б/2', 'В/3']);
    expect(codes({ orderBy: 'hand', seed: null })).toEqual(['Б/2', 'А/1', 'В/3']);
  });

  it('rule 43: by lot follows from the seed alone, as anybody can repeat', () => {
    const seed = sha256Hex('зерно');
    const rank = (code: string) => sha256Hex(`${sha256Hex(seed)} ${code}`);
    const expected = ['А/1', 'Б/2', 'В/3'].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
    expect(codes({ orderBy: 'lot', seed })).toEqual(expected);
  });
});

it('two times that only touch do not overlap', () => {
  const one = { startsAt: at('08:00'), endsAt: at('08:10') };
  expect(overlap(one, { startsAt: at('08:10'), endsAt: at('08:20') })).toBe(false);
  expect(overlap(one, { startsAt: at('08:09'), endsAt: at('08:20') })).toBe(true);
});
