import type { FormBody } from '#libs/platform/http';
import { FORM_LIMITS } from '../model/form/proposal-form.js';
import { changeRows, rowsIn } from './row-buttons.js';

const LISTS = [
  { name: 'options', max: FORM_LIMITS.options, blank: () => ({ value: '', uk: '', en: '' }) },
  { name: 'columns', max: FORM_LIMITS.columns, blank: () => ({ key: '', uk: '', en: '', kind: 'short' }) },
];

const listOf = (body: FormBody) => LISTS.find(({ name }) => name === (body.kind === 'table' ? 'columns' : 'options'))!;

/** The body with its options or columns changed by the button that was pressed; null when it was another button. */
export const rowsPressed = (body: FormBody): FormBody | null => changeRows(body, listOf(body));

/** Rows of options or columns without those left blank. */
export function questionBody(body: FormBody): FormBody {
  const filled = (name: string) =>
    rowsIn(body, name).filter(({ uk, en, value, key }) =>
      [uk, en, value, key].some((cell) => String(cell ?? '').trim()),
    );
  return { ...body, options: filled('options'), columns: filled('columns') };
}
