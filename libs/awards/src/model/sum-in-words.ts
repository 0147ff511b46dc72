type Forms = readonly [one: string, few: string, many: string];

const HRYVNIA: Forms = ['гривня', 'гривні', 'гривень'];
const KOPECK: Forms = ['копійка', 'копійки', 'копійок'];
/** From the largest: how a group of three digits is called, and whether it counts feminine things («дві тисячі»). */
const SCALES: readonly { value: number; forms: Forms; isFeminine: boolean }[] = [
  { value: 1e12, forms: ['трильйон', 'трильйони', 'трильйонів'], isFeminine: false },
  { value: 1e9, forms: ['мільярд', 'мільярди', 'мільярдів'], isFeminine: false },
  { value: 1e6, forms: ['мільйон', 'мільйони', 'мільйонів'], isFeminine: false },
  { value: 1e3, forms: ['тисяча', 'тисячі', 'тисяч'], isFeminine: true },
];
const HUNDREDS = ['', 'сто', 'двісті', 'триста', 'чотириста', 'п’ятсот', 'шістсот', 'сімсот', 'вісімсот', 'дев’ятсот'];
const TENS = [
  '',
  '',
  'двадцять',
  'тридцять',
  'сорок',
  'п’ятдесят',
  'шістдесят',
  'сімдесят',
  'вісімдесят',
  'дев’яносто',
];
const UNITS = ['', 'один', 'два', 'три', 'чотири', 'п’ять', 'шість', 'сім', 'вісім', 'дев’ять'];
const TEENS = [
  'десять',
  'одинадцять',
  'дванадцять',
  'тринадцять',
  'чотирнадцять',
  'п’ятнадцять',
  'шістнадцять',
  'сімнадцять',
  'вісімнадцять',
  'дев’ятнадцять',
];

/** 60000000 kopecks -> «шістсот тисяч гривень 00 копійок», as Ukrainian documents write sums; kopecks stay on one line with their number. */
export function sumInWords(kop: number): string {
  if (!Number.isSafeInteger(kop) || kop < 0 || kop >= 1e17) throw new RangeError(`not a sum to write out: ${kop}`);
  const hryvnias = Math.floor(kop / 100);
  const rest = kop % 100;
  return `${wholeInWords(hryvnias)} ${form(hryvnias, HRYVNIA)} ${String(rest).padStart(2, '0')}\u00a0${form(rest, KOPECK)}`;
}

function wholeInWords(number: number): string {
  if (number === 0) return 'нуль';
  const words: string[] = [];
  let left = number;
  for (const { value, forms, isFeminine } of SCALES) {
    const group = Math.floor(left / value);
    left %= value;
    if (group > 0) words.push(groupInWords(group, isFeminine), form(group, forms));
  }
  if (left > 0) words.push(groupInWords(left, true));
  return words.join(' ');
}

/** 1…999. */
function groupInWords(number: number, isFeminine: boolean): string {
  const [tens, units] = [Math.floor((number % 100) / 10), number % 10];
  const last = tens === 1 ? [TEENS[units]!] : [TENS[tens]!, unit(units, isFeminine)];
  return [HUNDREDS[Math.floor(number / 100)]!, ...last].filter(Boolean).join(' ');
}

function unit(number: number, isFeminine: boolean): string {
  const feminine: Record<number, string> = { 1: 'одна', 2: 'дві' };
  return (isFeminine && feminine[number]) || UNITS[number]!;
}

function form(number: number, [one, few, many]: Forms): string {
  const [tens, units] = [Math.floor((number % 100) / 10), number % 10];
  if (tens === 1 || units === 0 || units > 4) return many;
  return units === 1 ? one : few;
}
