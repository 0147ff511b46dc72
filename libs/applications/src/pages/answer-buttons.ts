import type { FormBody } from '#libs/platform/http';

export type AnswersButton =
  { verb: 'save' | 'next' } | { verb: 'add'; question: string } | { verb: 'remove'; question: string; row: number };

/** Which button of a page of questions was pressed: `next`, `add-<question>`, `remove-<question>-<row>`, else saving. */
export function answersButton({ action }: FormBody): AnswersButton {
  if (action === 'next') return { verb: 'next' };
  const [, add] = /^add-([a-z][\w-]{0,60})$/i.exec(String(action)) ?? [];
  if (add) return { verb: 'add', question: add };
  const [, question, row] = /^remove-([a-z][\w-]{0,60})-(\d{1,3})$/i.exec(String(action)) ?? [];
  return question ? { verb: 'remove', question, row: Number(row) } : { verb: 'save' };
}

/** The posted form without one row of one table. */
export function withoutRow(body: FormBody, { question, row }: { question: string; row: number }): FormBody {
  const answers = (body.answers ?? {}) as Record<string, unknown>;
  const rows = answers[question];
  if (typeof rows !== 'object' || rows === null) return body;
  const left = Object.values(rows).filter((_, index) => index !== row);
  return { ...body, answers: { ...answers, [question]: left } };
}
