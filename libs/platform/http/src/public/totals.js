// Live totals of a budget table; the server counts again and its sum is the one that holds.
//
//   <table data-totals> … <input data-sum="asked"> … <output data-total="asked">1 500,00</output>
//   an input may count in several sums: data-sum="asked all". The region [data-total-said] is told politely.

const KOP = 100;
const SAID_AFTER_MS = 900;

/** A number as typed («1 500,5», «1,500.50»), as the server reads it: see libs/platform/numbers. */
function plainNumber(text) {
  const bare = text.replace(/[\s\u200b-\u200d\u2060'’]/g, '');
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(bare)) return bare.replaceAll(',', '');
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(bare)) return bare.replaceAll('.', '').replace(',', '.');
  return bare.replace(',', '.');
}

/** Kopecks of an amount as typed, 0 for what is not an amount yet. */
function kopecks(text) {
  const plain = plainNumber(text.replace(/(грн\.?|₴|uah)\s*$/i, ''));
  return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * KOP) : 0;
}

function shown(kop, lang) {
  const options = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'uk-UA', options).format(kop / KOP);
}

const count = (text) => (/^\d{1,7}(\.0+)?$/.test(plainNumber(text)) ? Number(plainNumber(text)) : 0);

/** What a line costs: <output data-product> inside [data-line], from its data-factor «quantity», «price», «months». */
function countLine(line) {
  const typed = (name) => line.querySelector(`[data-factor="${name}"]`)?.value;
  const kop = count(typed('quantity')) * kopecks(typed('price')) * count(typed('months') ?? '1');
  line.querySelector('[data-product]').textContent = shown(kop, document.documentElement.lang);
}

function countTable(table) {
  table.querySelectorAll('[data-line]').forEach(countLine);
  for (const output of table.querySelectorAll('[data-total]')) {
    const fields = table.querySelectorAll(`[data-sum~="${output.dataset.total}"]`);
    const kop = [...fields].reduce((sum, field) => sum + kopecks(field.value), 0);
    output.textContent = shown(kop, document.documentElement.lang);
  }
}

/** Says the totals once the typing has paused. */
function sayLater(table) {
  clearTimeout(table.saying);
  table.saying = setTimeout(() => {
    const said = table.parentElement?.querySelector('[data-total-said]');
    if (!said) return;
    const totals = [...table.querySelectorAll('[data-total]')];
    said.textContent = totals.map((output) => `${output.dataset.label ?? ''} ${output.textContent}`.trim()).join('; ');
  }, SAID_AFTER_MS);
}

for (const table of document.querySelectorAll('[data-totals]')) {
  table.addEventListener('input', () => {
    countTable(table);
    sayLater(table);
  });
}
