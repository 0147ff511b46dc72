import { openingPaper, readPresent } from './opening-act.js';

const code = (text: string): string => {
  try {
    readPresent(text);
    return 'done';
  } catch (error) {
    return (error as { fields: { code: string }[] }).fields[0]!.code;
  }
};

describe('who was present at the opening', () => {
  it('is a person in a line: name, comma, position', () => {
    expect(readPresent(' Ткач Леся, головна спеціалістка, відділ преси \n\nМак Іван,голова')).toEqual([
      { name: 'Ткач Леся', position: 'головна спеціалістка, відділ преси' },
      { name: 'Мак Іван', position: 'голова' },
    ]);
  });

  it('says what is wrong, and in which line', () => {
    expect(code('')).toBe('applications.present-none');
    expect(code('Ткач Леся')).toBe('applications.present-line');
    expect(code(', голова')).toBe('applications.present-line');
    expect(code(`Ткач, ${'я'.repeat(200)}`)).toBe('applications.present-long');
    expect(code(Array.from({ length: 31 }, () => 'Ткач, голова').join('\n'))).toBe('applications.present-many');
  });
});

describe('the minutes of the opening', () => {
  it('name everybody, what came in time and what came late, and leave a line to sign for each', () => {
    const at = new Date('2020-11-06T08:00:00Z');
    const one = { from: 'ГО «Три лопати»', receivedAt: at, channel: null, isLate: false, registerCode: '1.1-2021-001' };
    const late = { ...one, from: 'Невідомо', channel: 'post', isLate: true, registerCode: '1.1-2021-002' };
    const { blocks } = openingPaper({
      ...{ number: 1, organiser: { name: 'Департамент', city: 'м. Київ' }, openedAt: at, madeAt: at, withdrawn: 0 },
      competition: { title: 'Громади', code: '1.1-2021', closesAt: at },
      ...{ present: [{ name: 'Ткач Леся', position: 'голова' }], opened: [one, late] },
    });
    const tables = blocks.filter(({ kind }) => kind === 'table');
    expect(JSON.stringify(tables[0])).toContain('через систему');
    expect(JSON.stringify(tables[1])).toContain('Поштою');
    expect(blocks.at(-1)).toEqual({
      kind: 'signatures',
      rows: [{ position: 'голова', name: 'Ткач Леся', mark: '' }],
    });
  });
});
