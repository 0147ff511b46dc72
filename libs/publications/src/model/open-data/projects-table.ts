import { hryvnias, LICENCE, type PublicGrant } from './public-grant.js';

interface Column {
  name: string;
  uk: string;
  en: string;
  /** Of XML Schema, as CSVW names it. */
  datatype: 'string' | 'date' | 'decimal' | 'gYear';
  of: (grant: PublicGrant) => string | number | null;
}

/** One table behind the CSV and its description; names follow the recommended structures of Resolution № 835 (rule 58). */
const COLUMNS: readonly Column[] = [
  {
    name: 'uid',
    uk: 'Реєстраційний номер пропозиції',
    en: 'Register number of the proposal',
    datatype: 'string',
    of: (g) => g.registerCode,
  },
  { name: 'title', uk: 'Назва проєкту', en: 'Title of the project', datatype: 'string', of: (g) => g.title },
  { name: 'authorityName', uk: 'Організатор', en: 'Organiser', datatype: 'string', of: (g) => g.organiserName },
  {
    name: 'authorityId',
    uk: 'ЄДРПОУ організатора',
    en: 'EDRPOU of the organiser',
    datatype: 'string',
    of: (g) => g.organiserEdrpou,
  },
  {
    name: 'competition',
    uk: 'Код конкурсу',
    en: 'Code of the competition',
    datatype: 'string',
    of: (g) => g.competitionCode,
  },
  { name: 'budgetYear', uk: 'Рік бюджету', en: 'Budget year', datatype: 'gYear', of: (g) => g.year },
  { name: 'recipientName', uk: 'Отримувач', en: 'Recipient', datatype: 'string', of: (g) => g.recipientName },
  {
    name: 'recipientId',
    uk: 'ЄДРПОУ отримувача',
    en: 'EDRPOU of the recipient',
    datatype: 'string',
    of: (g) => g.recipientEdrpou,
  },
  {
    name: 'settlement',
    uk: 'Населений пункт отримувача',
    en: 'Settlement of the recipient',
    datatype: 'string',
    of: (g) => g.settlement,
  },
  {
    name: 'requested',
    uk: 'Просили, грн',
    en: 'Requested, UAH',
    datatype: 'decimal',
    of: (g) => hryvnias(g.requestedKop),
  },
  { name: 'awarded', uk: 'Надано, грн', en: 'Awarded, UAH', datatype: 'decimal', of: (g) => hryvnias(g.awardedKop) },
  { name: 'decisionDate', uk: 'Дата наказу', en: 'Date of the order', datatype: 'date', of: (g) => g.awardedOn },
  {
    name: 'decisionNumber',
    uk: 'Номер наказу',
    en: 'Number of the order',
    datatype: 'string',
    of: (g) => g.orderNumber,
  },
  {
    name: 'plannedFrom',
    uk: 'Початок проєкту',
    en: 'Begin of the project',
    datatype: 'date',
    of: (g) => g.plannedFrom,
  },
  { name: 'plannedUntil', uk: 'Кінець проєкту', en: 'End of the project', datatype: 'date', of: (g) => g.plannedUntil },
  {
    name: 'contractNumber',
    uk: 'Номер договору',
    en: 'Number of the contract',
    datatype: 'string',
    of: (g) => g.contractNumber,
  },
  { name: 'contractDate', uk: 'Дата договору', en: 'Date of the contract', datatype: 'date', of: (g) => g.contractOn },
  { name: 'paid', uk: 'Перераховано, грн', en: 'Paid, UAH', datatype: 'decimal', of: (g) => hryvnias(g.paidKop) },
  {
    name: 'conclusion',
    uk: 'Висновок за результатами моніторингу',
    en: 'Conclusion of the monitoring',
    datatype: 'string',
    of: (g) => g.conclusion,
  },
  { name: 'moneyUse', uk: 'Використання коштів', en: 'Use of the money', datatype: 'string', of: (g) => g.moneyUse },
  {
    name: 'toReturn',
    uk: 'Підлягає поверненню, грн',
    en: 'To be returned, UAH',
    datatype: 'decimal',
    of: (g) => (g.returnKop === null ? null : hryvnias(g.returnKop)),
  },
];

/** Heads, and a line for each grant. */
export const projectLines = (grants: readonly PublicGrant[]): (string | number | null)[][] => [
  COLUMNS.map(({ name }) => name),
  ...grants.map((grant) => COLUMNS.map(({ of }) => of(grant))),
];

/** CSV on the Web: what each column of the file is. `url`: of the CSV. */
export const projectsSchema = (url: string, title: string) => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'uk' }],
  url,
  'dc:title': title,
  'dc:license': { '@id': LICENCE },
  dialect: { encoding: 'utf-8', delimiter: ',', header: true },
  tableSchema: {
    primaryKey: 'uid',
    columns: COLUMNS.map(({ name, uk, en, datatype }) => ({
      name,
      titles: { uk, en },
      datatype,
      required: name === 'uid',
    })),
  },
});
