import { renderDocx, type PdfBlock } from '#libs/documents';
import { quarterInWords } from '#libs/measures';
import { shortDate } from '#libs/platform/clock';
import { phrase } from '#libs/platform/phrases';
import type { AnswerContent, ConsultationRow, StatuteRow } from '../model/answer.js';
import type { AnswerSheet, SheetLine } from '../queries/answer-sheet.js';

const t = (key: string, data = {}) => phrase('uk', `plan:letter.${key}`, data);

/** The answers of a body as a letter that its head signs: number and date are left to its office. */
export function answersLetter({ plan, body, quarter, lines }: AnswerSheet): Promise<Buffer> {
  const blocks: PdfBlock[] = [
    { kind: 'paragraph', text: t('numberLine') },
    { kind: 'paragraph', text: plan.organiserName, align: 'right' },
    { kind: 'paragraph', text: t('opening', { quarter: quarterInWords(quarter, 'uk'), year: plan.year }) },
    {
      kind: 'table',
      columns: [
        { title: t('columnMeasure'), align: 'left' },
        { title: t('columnAnswer'), align: 'left' },
      ],
      rows: lines.map((line) => [`${line.number}. ${line.title}`, answerInWords(line)]),
    },
    { kind: 'space' },
    { kind: 'paragraph', text: t('signature') },
  ];
  return renderDocx({ title: body.name, language: 'uk', blocks });
}

function answerInWords({ answer, form }: SheetLine): string {
  if (answer === null) return t('notFilled');
  if (!answer.wasHeld) return phrase('uk', 'plan:answer.notHeld') + (answer.narrative ? `. ${answer.narrative}` : '');
  return [answer.narrative, figuresInWords(answer), ...rowsInWords(form, answer)].filter(Boolean).join('\n');
}

function figuresInWords({ events, people, organisations }: AnswerContent): string {
  return Object.entries({ events, people, organisations })
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${phrase('uk', `plan:answer.${key}`)}: ${value}`)
    .join('; ');
}

export function rowsInWords(form: SheetLine['form'], { rows }: AnswerContent): string[] {
  if (form === 'statutes')
    return (rows as StatuteRow[]).map(({ title, state, on, link }) =>
      [`${title}: ${phrase('uk', `plan:statute.${state}`)}`, on && shortDate(on), link].filter(Boolean).join(', '),
    );
  return (rows as ConsultationRow[]).map(({ title, from, until, link, proposals, accepted }) =>
    [
      title,
      from && (until ? `${shortDate(from)}–${shortDate(until)}` : shortDate(from)),
      proposals === null ? null : t('proposals', { proposals, accepted: accepted ?? 0 }),
      link,
    ]
      .filter(Boolean)
      .join(', '),
  );
}
