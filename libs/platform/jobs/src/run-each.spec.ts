import { runEach } from './run-each.js';

describe('work that is done one after the other', () => {
  const done: string[] = [];
  const good = (name: string) => ({
    name,
    run: async () => {
      done.push(name);
    },
  });
  const bad = (name: string) => ({ name, run: () => Promise.reject(new Error('no such row')) });
  beforeEach(() => done.splice(0));

  it('goes on after a failure, and names it at the end', async () => {
    await expect(runEach([good('drafts'), bad('letters'), good('visits')])).rejects.toThrow('letters: no such row');
    expect(done).toEqual(['drafts', 'visits']);
  });

  it('says nothing where all went well', async () => {
    await expect(runEach([good('drafts'), good('visits')])).resolves.toBeUndefined();
    expect(done).toEqual(['drafts', 'visits']);
  });
});
