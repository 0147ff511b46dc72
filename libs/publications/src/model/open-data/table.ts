import type { Grant } from './grant.js';

type Kind = 'string' | 'integer' | 'decimal' | 'date';

interface Column {
  name: string;
  title: string;
  titleEn: string;
  datatype: Kind;
  value: (grant: Grant) => string | number | null;
}

const uah = (kop: number | null): string | null => (kop === null ? null : (kop / 100).toFixed(2));
const column = (
  name: string,
  [title, titleEn]: readonly [string, string],
  datatype: Kind,
  value: Column['value'],
): Column => ({ name, title, titleEn, datatype, value });

/** The table of funded projects: English names of columns, Ukrainian titles, ISO dates, decimal points (rule 58). */
export const COLUMNS: readonly Column[] = [
  column('uid', ['Ідентифікатор', 'Identifier'], 'string', ({ id }) => id),
  column('title', ['Назва проєкту', 'Project'], 'string', ({ title }) => title),
  column('recipientName', ['Одержувач', 'Recipient'], 'string', ({ recipientName }) => recipientName),
  column('recipientId', ['ЄДРПОУ одержувача', 'Code of the recipient'], 'string', (one) => one.recipientEdrpou),
  column('recipientSettlement', ['Населений пункт', 'Settlement'], 'string', ({ settlement }) => settlement),
  column('authorityName', ['Розпорядник', 'Authority'], 'string', ({ authorityName }) => authorityName),
  column('authorityId', ['ЄДРПОУ розпорядника', 'Code of the authority'], 'string', (one) => one.authorityEdrpou),
  column('competition', ['Конкурс', 'Competition'], 'string', ({ competitionCode }) => competitionCode),
  column('budgetYear', ['Бюджетний рік', 'Budget year'], 'integer', ({ budgetYear }) => budgetYear),
  column('amountAwarded', ['Надано, грн', 'Awarded, UAH'], 'decimal', ({ awardedKop }) => uah(awardedKop)),
  column('awardDate', ['Дата наказу', 'Date of the order'], 'date', ({ awardedOn }) => awardedOn),
  column('contractNumber', ['Номер договору', 'Contract'], 'string', ({ contractNumber }) => contractNumber),
  column('contractDate', ['Дата договору', 'Date of the contract'], 'date', ({ contractOn }) => contractOn),
  column('amountPaid', ['Виплачено, грн', 'Paid, UAH'], 'decimal', ({ paidKop }) => uah(paidKop)),
  column('startDate', ['Початок', 'Start'], 'date', ({ startsOn }) => startsOn),
  column('endDate', ['Кінець', 'End'], 'date', ({ endsOn }) => endsOn),
  column('state', ['Стан договору', 'State of the contract'], 'string', ({ state }) => state),
  column('result', ['Результат за висновком', 'Result'], 'string', ({ result }) => result),
  column('moneyUse', ['Використання коштів', 'Use of the money'], 'string', ({ moneyUse }) => moneyUse),
  column('amountToReturn', ['До повернення, грн', 'To be returned, UAH'], 'decimal', (one) => uah(one.toReturnKop)),
];

/** The names of the columns, then a line for each grant. */
export const linesOf = (grants: readonly Grant[]): (string | number | null)[][] => [
  COLUMNS.map(({ name }) => name),
  ...grants.map((grant) => COLUMNS.map(({ value }) => value(grant))),
];

/** CSVW: what the columns of the table mean. */
export const schemaOf = (url: string) => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'uk' }],
  url,
  dialect: { delimiter: ',', encoding: 'utf-8', header: true },
  tableSchema: {
    primaryKey: 'uid',
    columns: COLUMNS.map(({ name, title, titleEn, datatype }) => ({
      ...{ name, titles: { uk: title, en: titleEn }, required: name === 'uid' },
      datatype: datatype === 'date' ? { base: 'date', format: 'yyyy-MM-dd' } : datatype,
    })),
  },
});
