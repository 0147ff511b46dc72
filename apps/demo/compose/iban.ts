/** A made-up account of an organisation with right check digits: code of the bank, the rest from its EDRPOU code. */
export function ibanOf(bank: string, edrpou: string): string {
  const account = `${bank}${`2600${edrpou}`.padStart(19, '0')}`;
  // «UA00» behind the number: U = 30, A = 10.
  const rest = [...`${account}301000`].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);
  return `UA${String(98 - rest).padStart(2, '0')}${account}`;
}
