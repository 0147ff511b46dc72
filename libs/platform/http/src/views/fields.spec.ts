import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VISITOR } from '#libs/platform/access';
import type { FailedForm } from '../failed-form.js';
import { render } from '../render.js';

const folder = mkdtempSync(join(tmpdir(), 'fields-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FIELDS =
  '{% from "platform/fields.njk" import postForm, textField, passwordField, moneyField, dateField, dateTimeField, ' +
  'textArea, select, radios, checkboxes, checkbox, fileField with context %}';
let count = 0;

/** The HTML of one line of template, as on a page in Ukrainian. */
function html(line: string, form?: FailedForm): string {
  const file = join(folder, `${count++}.njk`);
  writeFileSync(file, FIELDS + line);
  const ctx = { actor: VISITOR, now: new Date(), lang: 'uk' as const, requestId: 'r' };
  const frame = { origin: 'https://portal.example', nav: [], accountNav: [], demo: null };
  return render(file, form ? { form } : {}, { ctx, frame, path: '/', csrfToken: 'the-token' });
}

const failed = (values: FailedForm['values'], field = 'other', code = 'platform.required'): FailedForm => ({
  values,
  errors: [{ field, code, data: {} }],
});

/** The value of the one input in the HTML; undefined when it has none. */
const value = (page: string): string | undefined => /<input[^>]* value="([^"]*)"/.exec(page)?.[1];
const checked = (page: string): string[] => [...page.matchAll(/value="([^"]*)" checked/g)].map((match) => match[1]!);

describe('a field on the first show', () => {
  it('has its name as id, and the value that the page gives', () => {
    const page = html("{{ textField('lines[0][name]', 'Стаття', { value: 'Оренда' }) }}");
    expect(/<input[^>]* id="([^"]*)" name="([^"]*)"/.exec(page)?.slice(1)).toEqual([
      'lines[0][name]',
      'lines[0][name]',
    ]);
    expect(value(page)).toBe('Оренда');
  });

  it.each([
    ["{{ moneyField('pot', 'Обсяг', { kop: 15000050 }) }}", '150000,50'],
    ["{{ moneyField('pot', 'Обсяг', { kop: 0 }) }}", '0,00'],
    ["{{ moneyField('pot', 'Обсяг') }}", ''],
    ["{{ dateField('on', 'День', { value: '2020-11-05' }) }}", '05.11.2020'],
    ["{{ dateField('on', 'День') }}", ''],
  ])('shows %s as people write it', (line, shown) => {
    expect(value(html(line)) ?? '').toBe(shown);
  });

  it('shows an instant by the Kyiv clock, seconds only when there are some', () => {
    const line = "{{ dateTimeField('at', 'Коли', { value: when }) }}";
    const shown = (iso: string): string | undefined =>
      value(html(`{% set when = nowAt %}{% set _ = when.setTime(${Date.parse(iso)}) %}${line}`));
    expect(shown('2020-11-05T16:00:00Z')).toBe('05.11.2020 18:00');
    expect(shown('2020-07-05T20:59:59Z')).toBe('05.07.2020 23:59:59');
  });
});

describe('a field after a failed submit', () => {
  it('keeps what was typed, flat or nested, and escapes it once', () => {
    const typed = failed({ title: '"Об\'єднання" & <b>', lines: [{ amount: 'сто' }] });
    expect(value(html("{{ textField('title', 'Назва', { value: 'стара' }) }}", typed))).toBe(
      '&quot;Об&#39;єднання&quot; &amp; &lt;b&gt;',
    );
    expect(value(html("{{ moneyField('lines[0][amount]', 'Сума', { kop: 5 }) }}", typed))).toBe('сто');
  });

  it('keeps an emptied field empty, and the value of a field of another form', () => {
    const typed = failed({ title: '' });
    expect(value(html("{{ textField('title', 'Назва', { value: 'стара' }) }}", typed)) ?? '').toBe('');
    expect(value(html("{{ textField('elsewhere', 'Інше', { value: 'стара' }) }}", typed))).toBe('стара');
  });

  it('never gives a password back', () => {
    expect(html("{{ passwordField('password', 'Пароль') }}", failed({ password: 'secret-word' }))).not.toContain(
      'secret-word',
    );
  });

  it('shows its own error, tied to the input, and nobody else’s', () => {
    const form = failed({}, 'lines[1][amount]');
    const page = html("{{ moneyField('lines[1][amount]', 'Сума') }}", form);
    expect(/aria-describedby="([^"]*)"/.exec(page)?.[1]).toBe('lines[1][amount]-error');
    expect(page).toContain('Заповніть це поле');
    expect(html("{{ moneyField('lines[0][amount]', 'Сума') }}", form)).not.toContain('Заповніть це поле');
  });

  const items = "[{ value: 1, text: 'Один' }, { value: 'об\\'єднання', text: 'Два' }, { value: 3, text: 'Три' }]";
  it('keeps the choices that were made, and forgets those that were taken away', () => {
    expect(checked(html(`{{ checkboxes('c', 'Що', ${items}, { values: [3] }) }}`))).toEqual(['3']);
    expect(
      checked(html(`{{ checkboxes('c', 'Що', ${items}, { values: [3] }) }}`, failed({ c: ['1', "об'єднання"] }))),
    ).toEqual(['1', 'об&#39;єднання']);
    expect(checked(html(`{{ checkboxes('c', 'Що', ${items}, { values: [3] }) }}`, failed({})))).toEqual([]);
    expect(checked(html(`{{ radios('r', 'Що', ${items}, { value: 3 }) }}`, failed({ r: '1' })))).toEqual(['1']);
    expect(checked(html("{{ checkbox('agree', 'Згода', { checked: true }) }}", failed({})))).toEqual([]);
    const chosen = html(`{{ select('s', 'Що', ${items}, { value: 3, empty: 'Оберіть' }) }}`, failed({ s: '1' }));
    expect([...chosen.matchAll(/value="([^"]*)" selected/g)].map((match) => match[1])).toEqual(['1']);
  });
});

describe('a form', () => {
  it('carries the token in a field before all others, also when it carries files', () => {
    const plain = html("{% call postForm('/a') %}{% endcall %}");
    expect([/action="([^"]*)"/.exec(plain)?.[1], value(plain)]).toEqual(['/a', 'the-token']);
    const files = html("{% call postForm('/a?b=1', { files: true }) %}{% endcall %}");
    expect([/action="([^"]*)"/.exec(files)?.[1], value(files)]).toEqual(['/a?b=1', 'the-token']);
  });

  it('refuses fields imported without the context, which would forget what was typed', () => {
    expect(() => html('{% from "platform/fields.njk" import hiddenField %}')).toThrow(
      'fields_need_an_import_with_context',
    );
  });
});
