import type { PdfBlock } from '#libs/documents';
import { orderPaper, type OrderContent } from './order-paper.js';
import type { RatedProposal } from './allocation.js';

const UAH = 100;
const proposal = (place: number | null, outcome: 'funded' | 'next' | 'not-funded', uah: number): RatedProposal => ({
  applicationId: `p${place}`,
  organisationId: 'o',
  organisationName: `ГО «${place}»`,
  organisationShortName: `ГО «${place}»`,
  edrpou: '01234567',
  settlement: 'Сватове',
  registerCode: '1.1-2021/001',
  title: `Проєкт ${place}`,
  requestedKop: uah * UAH,
  place,
  score: { numerator: 36, denominator: 2 },
  tieStep: null,
  criteria: [],
  adopted: {
    outcome,
    amountKop: outcome === 'funded' ? uah * UAH : 0,
    reason: outcome === 'not-funded' ? 'below-passing' : null,
    note: '',
  },
  award: null,
  isPassedOver: false,
});

const content: OrderContent = {
  number: '112-од',
  signedAt: new Date('2020-12-18T12:05:07Z'),
  signer: { name: 'Оксана ДЗЮБЕНКО', position: 'в. о. директора департаменту' },
  organiser: { name: 'Департамент масових комунікацій', city: 'м. Сєвєродонецьк' },
  competitionTitle: 'Конкурс проєктів',
  budgetYear: 2021,
  ruleSet: { title: 'Порядок № 1049', act: 'Постанова КМУ від 03.03.2020 № 166' },
  isByDirector: false,
  minutes: [{ number: 2, signedAt: new Date('2020-12-15T12:00:00Z') }],
  funded: [proposal(1, 'funded', 97_742), proposal(2, 'funded', 60_000)],
  partial: [],
  consentDays: null,
  next: [proposal(3, 'next', 70_000)],
  notFunded: [proposal(null, 'not-funded', 5_000)],
  awardedKop: 157_742 * UAH,
};

/** The paper as plain lines. */
function words(blocks: readonly PdfBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [[block.lead, block.text].filter(Boolean).join(' ')];
    if (block.kind === 'list') return [...block.items];
    if (block.kind === 'table')
      return [...block.rows, ...(block.totals ? [block.totals] : [])].map((row) => row.join(' | '));
    if (block.kind === 'signatures') return block.rows.map((row) => `${row.position} ${row.mark} ${row.name}`);
    return [];
  });
}

const said = (of: OrderContent): string[] =>
  words(orderPaper(of).blocks).map((line) => line.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' '));

describe('the order', () => {
  it('says who gets what, by which minutes, in figures and words', () => {
    expect(said(content)).toEqual([
      'Про результати конкурсу: Конкурс проєктів',
      'Згідно з правилами, за якими оголошено конкурс (Порядок № 1049; Постанова КМУ від 03.03.2020 № 166), і на підставі протоколу засідання конкурсної комісії від 15 грудня 2020 року № 2 НАКАЗУЮ:',
      '1. Надати фінансову підтримку за рахунок бюджетних коштів 2021 року переможцям конкурсу:',
      '1 | ГО «1», ЄДРПОУ 01234567 | Проєкт 1 | 97 742,00',
      '2 | ГО «2», ЄДРПОУ 01234567 | Проєкт 2 | 60 000,00',
      ' | Усього |  | 157 742,00',
      'Усього 2 проєкти на суму 157 742,00 грн (сто п’ятдесят сім тисяч сімсот сорок дві гривні 00 копійок).',
      '2. Включити до списку наступних за рейтингом:',
      'місце 3: ГО «3», «Проєкт 3», запитано 70 000,00 грн.',
      '3. Не надавати фінансової підтримки:',
      'ГО «null», «Проєкт null»: оцінка нижча за прохідний бал.',
      '4. Оприлюднити результати конкурсу та повідомити про них усі організації, які подали пропозиції.',
      '5. Контроль за виконанням цього наказу залишаю за собою.',
      'в. о. директора департаменту підтверджено в системі 18 грудня 2020 року, 14:05:07 Оксана ДЗЮБЕНКО',
    ]);
  });

  it('numbers only what it says: nobody funded, nobody next', () => {
    const empty = said({ ...content, funded: [], next: [], notFunded: [], minutes: [], awardedKop: 0 });
    expect(empty.slice(1, 5)).toEqual([
      'Згідно з правилами, за якими оголошено конкурс (Порядок № 1049; Постанова КМУ від 03.03.2020 № 166), і на підставі рішення конкурсної комісії НАКАЗУЮ:',
      '1. Фінансової підтримки за результатами конкурсу не надавати.',
      '2. Оприлюднити результати конкурсу та повідомити про них усі організації, які подали пропозиції.',
      '3. Контроль за виконанням цього наказу залишаю за собою.',
    ]);
  });

  it('by which the director distributes the money rests on the rating, and says where it departs from the advice', () => {
    const [first] = content.funded;
    const against = { ...first!, adopted: { ...first!.adopted!, note: 'Оцінка найвища.' } };
    const lines = said({ ...content, isByDirector: true, funded: [against] });
    expect(lines[1]).toMatch(
      /на підставі рейтингу конкурсних пропозицій, з урахуванням рекомендацій .* № 2\) НАКАЗУЮ:$/,
    );
    expect(lines.join(' ')).toContain('підтримано всупереч рекомендації конкурсної комісії. Підстава: Оцінка найвища.');
    expect(said({ ...content, isByDirector: true, minutes: [] })[1]).toMatch(
      /рейтингу конкурсних пропозицій НАКАЗУЮ:$/,
    );
  });

  it('rule 49: offers less than was asked with consent in a term, apart from what is given', () => {
    const less = { ...proposal(3, 'funded', 12_258), requestedKop: 70_000 * UAH };
    const lines = said({ ...content, partial: [less], consentDays: 5, next: [] });
    const at = lines.findIndex((line) => line.startsWith('2. Запропонувати'));
    expect(lines[at]).toContain('протягом 5 робочих днів');
    expect(lines[at + 1]).toBe('3 | ГО «3», ЄДРПОУ 01234567 | Проєкт 3 | 70 000,00 | 12 258,00');
    expect(lines[at + 2]).toContain('запропонувати наступній за рейтингом');
  });
});
