import type { DemoOrganisation } from '../play/world-data.js';
import { cells, numberFrom } from './pick.js';

const FORMS = {
  'public-association': { full: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ', short: 'ГО', sign: '0032' },
  'separate-unit': { full: 'ВІДОКРЕМЛЕНИЙ ПІДРОЗДІЛ ГРОМАДСЬКОЇ ОРГАНІЗАЦІЇ', short: 'ВП ГО', sign: '0032' },
  'creative-union': { full: 'ТВОРЧА СПІЛКА', short: 'ТС', sign: '0034' },
  charity: { full: 'БЛАГОДІЙНА ОРГАНІЗАЦІЯ', short: 'БО', sign: '0036' },
} as const;
/** Codes of real bodies are far below. */
const FIRST_CODE = 9_812_003;
const CODE_STEP = 137;
const FIRST_PHONE = 100;
const POSTCODES = 92_000;

/** Organisations written in one row each: key | form | name | settlement | street | registered | head. */
export function neighboursFrom(rows: readonly string[]): DemoOrganisation[] {
  return rows.map(organisation);
}

function organisation(row: string, index: number): DemoOrganisation {
  const [key, legalForm, name, settlement, street, registeredOn, headName] = cells(row) as [
    string,
    keyof typeof FORMS,
    ...string[],
  ];
  const form = FORMS[legalForm];
  const [familyName, givenName, patronymic] = headName!.split(' ') as [string, string, string];
  return {
    ...{ key, legalForm, settlement: settlement!, registeredOn: registeredOn!, headName: headName! },
    edrpou: withCheckDigit(String(FIRST_CODE + index * CODE_STEP)),
    name: `${form.full} «${name!.toLocaleUpperCase('uk')}»`,
    shortName: `${form.short} «${shortOf(name!)}»`,
    nonProfitSign: form.sign,
    address: `${POSTCODES + numberFrom(settlement!, 1_500)}, Луганська область, ${settlement}, ${street}`,
    phone: `+380 50 000 0${Math.floor((FIRST_PHONE + index) / 100)} ${String((FIRST_PHONE + index) % 100).padStart(2, '0')}`,
    email: `info@${key}.example`,
    people: [{ key: `${key}-head`, email: `head@${key}.example`, familyName, givenName, patronymic }],
  };
}

/** What people call it: the words in inner quotes. */
const shortOf = (name: string): string => /„(.+)“/.exec(name)?.[1] ?? name;

/** The eighth digit of an ЄДРПОУ after seven that begin with 9. */
function withCheckDigit(seven: string): string {
  const weigh = (shift: number) =>
    [...seven].reduce((sum, digit, index) => sum + (index + 1 + shift) * Number(digit), 0) % 11;
  const first = weigh(0);
  return seven + String(first === 10 ? weigh(2) % 10 : first);
}
