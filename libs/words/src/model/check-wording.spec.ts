import { wordingProblems } from './check-wording.js';
import type { EditableText } from './editable-text.js';

const shipped = { uk: '', en: '' };
const letter: EditableText = {
  key: 'applications:mail.receipt',
  lib: 'applications',
  kind: 'letter',
  parts: [
    { name: 'subject', phraseKey: 'applications:mail.receipt.subject', max: 20, shipped },
    { name: 'body', phraseKey: 'applications:mail.receipt.body', max: 100, shipped },
  ],
  placeholders: ['title', 'link'],
  needsLink: true,
  isOfAuthority: true,
};
const problems = (body: string, subject = 'Тема') => wordingProblems(letter, { uk: { subject, body } });

describe('a wording', () => {
  it('is fine in one language alone, with its link and known names', () => {
    expect(problems('Проєкт {{title}}: {{ link }}')).toEqual([]);
  });

  it.each([
    ['Ось проєкт {{title}}', 'words.link-missing', undefined],
    ['{{link}} для {{person}}', 'words.unknown-placeholder', { names: '{{person}}' }],
    ['{{link}} і {{title', 'words.broken-placeholder', undefined],
    ['{{link}} <b>важливо</b>', 'words.no-html', undefined],
    ['{{link}} &nbsp;', 'words.no-html', undefined],
    [`{{link}}${'а'.repeat(100)}`, 'platform.too-long', { max: 100 }],
    ['', 'words.half-written', undefined],
  ])('«%s» is refused: %s', (body, code, data) => {
    expect(problems(body)).toEqual([{ field: 'bodyUk', code, ...(data && { data }) }]);
  });

  it('is refused when nothing is written in any language', () => {
    expect(wordingProblems(letter, {})).toEqual([{ field: 'subjectUk', code: 'words.nothing-written' }]);
  });
});
