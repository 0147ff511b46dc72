import { isEdrpou } from '#libs/identity';
import type { Answer, Visitor } from './visitor.js';

let codes = 41_000_000;

/** A code ЄДРПОУ with a right check digit that nobody has used in this file. */
export function freeCode(): string {
  do codes += 1;
  while (!isEdrpou(String(codes)));
  return String(codes);
}

export const EXTRACT = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** A form with the extract, as a browser sends it; null = no file chosen. */
export function withExtract(
  fields: Record<string, string>,
  extract: Buffer | null = EXTRACT,
  field = 'extract',
): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--xx\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  if (extract)
    parts.push(
      `--xx\r\ncontent-disposition: form-data; name="${field}"; filename="vytiah.pdf"\r\ncontent-type: application/pdf\r\n\r\n${extract.toString('latin1')}\r\n`,
    );
  return `${parts.join('')}--xx--\r\n`;
}

export const MULTIPART = 'multipart/form-data; boundary=xx';

/** The card of a new organisation as a person types it. */
export const cardForm = (edrpou: string, name = 'Три лопати'): Record<string, string> => ({
  edrpou,
  name: `Громадська організація «${name}»`,
  shortName: `ГО «${name}»`,
  legalForm: 'public-association',
  registeredOn: '14.03.2018',
  nonProfitSign: '0032',
  address: '92900, м. Кремінна, вул. Донецька, буд. 17',
  settlement: 'м. Кремінна',
  headFamilyName: 'Гнатенко',
  headGivenName: 'Олег',
  headPatronymic: 'Вадимович',
  phone: '+380 50 000 00 11',
  email: 'info@try-lopaty.example',
});

/** Registers an organisation; its id. */
export async function register(visitor: Visitor, edrpou: string, name?: string): Promise<string> {
  await visitor.get('/organisations/new');
  const answer = await visitor.post('/organisations/new', cardForm(edrpou, name));
  if (answer.status !== 303) throw new Error(answer.text);
  return answer.location.split('/')[2]!;
}

/** Claims the right to act for a code. */
export async function claim(
  visitor: Visitor,
  edrpou: string,
  own: Record<string, string> = {},
  extract: Buffer | null = EXTRACT,
): Promise<Answer> {
  await visitor.get('/claims/new');
  const fields = {
    ...{ edrpou, purpose: 'new-head', position: 'голова правління', words: 'Мене обрали на зборах 1 листопада.' },
    ...{ extractName: '', extractHead: '', ...own },
  };
  return visitor.postRaw('/claims/new', MULTIPART, withExtract(fields, extract));
}
