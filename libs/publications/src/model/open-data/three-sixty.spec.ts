import fc from 'fast-check';
import { hryvnias, type PublicGrant } from './public-grant.js';
import { projectLines, projectsSchema } from './projects-table.js';
import { grantPackage } from './three-sixty.js';

const GRANT: PublicGrant = {
  ...{ id: 'a', registerCode: '1.1-2020/007', title: 'Дубовий пояс', awardedOn: '2020-03-02', orderNumber: '31-од' },
  ...{ competitionCode: '1.1-2020', competitionTitle: 'Конкурс проєктів', year: 2020 },
  ...{
    organiserEdrpou: '00019442',
    organiserName: 'Департамент',
    recipientEdrpou: '32855961',
    recipientName: 'ГО «Сад»',
  },
  ...{ settlement: 'м. Кремінна', requestedKop: 5_000_050, awardedKop: 4_000_001, paidKop: 0 },
  ...{ plannedFrom: '2020-04-01', plannedUntil: null, contractId: null, contractNumber: null, contractOn: null },
  ...{ conclusion: null, moneyUse: null, returnKop: null, changedAt: new Date('2020-03-02T10:00:00Z') },
};

describe('a grant for programs', () => {
  it('names both sides by the state register, and sums in hryvnias', () => {
    const [grant] = grantPackage([GRANT], 'Проєкти', 'https://x.example').grants;
    expect(grant).toMatchObject({
      ...{ id: '360G-spryiannia-1.1-2020/007', currency: 'UAH', amountAwarded: 40_000.01, amountAppliedFor: 50_000.5 },
      recipientOrganization: [{ id: 'UA-EDR-32855961', name: 'ГО «Сад»' }],
      url: 'https://x.example/competitions/1.1-2020/results',
    });
    expect(grant).not.toHaveProperty('plannedDates');
  });

  it('rule 58: has a line with exactly the columns that its description names', () => {
    const [heads, line] = projectLines([GRANT]);
    const { columns } = projectsSchema('https://x.example/projects.csv', 'Проєкти').tableSchema;
    expect(heads).toEqual(columns.map(({ name }) => name));
    expect(line).toHaveLength(columns.length);
    expect(line!.slice(0, 2)).toEqual(['1.1-2020/007', 'Дубовий пояс']);
  });

  it('never grows a third digit after the point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (kop) => {
        expect(String(hryvnias(kop))).toMatch(/^\d+(\.\d{1,2})?$/);
      }),
    );
  });
});
