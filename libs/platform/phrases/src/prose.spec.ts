import { prose } from './prose.js';

const plain = (text: string) => ({ text, href: null });

describe('prose', () => {
  it('reads headings, paragraphs, lists and links', () => {
    expect(prose('## Хто\nПерший рядок\n- один\n- два [тут](/contacts).\n\nКінець')).toEqual([
      { kind: 'heading', spans: [plain('Хто')] },
      { kind: 'paragraph', spans: [plain('Перший рядок')] },
      { kind: 'list', items: [[plain('один')], [plain('два '), { text: 'тут', href: '/contacts' }, plain('.')]] },
      { kind: 'paragraph', spans: [plain('Кінець')] },
    ]);
  });

  it.each(['javascript:alert(1)', '//evil.example', '/\\evil.example', 'http://plain.example', 'data:text/html,x'])(
    'leaves a link to %s as it was typed',
    (address) => {
      expect(prose(`[слово](${address})`)).toEqual([{ kind: 'paragraph', spans: [plain(`[слово](${address})`)] }]);
    },
  );

  it('makes no HTML of what looks like it', () => {
    expect(prose('<b>слово</b>')).toEqual([{ kind: 'paragraph', spans: [plain('<b>слово</b>')] }]);
  });
});
