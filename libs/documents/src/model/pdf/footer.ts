import { LIGHT_RULE, PAGE, QUIET_INK, TEXT_BOTTOM, style } from './look.js';
import type { PdfModel } from './pdf-model.js';
import { TEXT_BOX, baselineOf, type Box, type Typesetter } from './typesetter.js';

const SMALL = style('regular', 8, QUIET_INK);
const PAGE_NUMBER_WIDTH = 90;
const RULE_TOP = TEXT_BOTTOM + 12;
const BASELINE = RULE_TOP + 4 + baselineOf(SMALL);
const LINES_MAX = 2;

const pageOf = {
  uk: (page: number, pages: number) => `сторінка ${page} з ${pages}`,
  en: (page: number, pages: number) => `page ${page} of ${pages}`,
};

/** The foot of every page, once their number is known. Artifacts: a reader program does not repeat them. */
export function paintFooters(setter: Typesetter, { footerText = '', language }: PdfModel): void {
  const { count } = setter.doc.bufferedPageRange();
  const text: Box = { x: PAGE.left, width: TEXT_BOX.width - PAGE_NUMBER_WIDTH };
  const number: Box = { x: PAGE.left + text.width, width: PAGE_NUMBER_WIDTH, align: 'right' };
  const lines = setter.lines(footerText, text.width, SMALL).slice(0, LINES_MAX);
  for (let page = 0; page < count; page += 1) {
    setter.doc.switchToPage(page);
    setter.rule([PAGE.left, RULE_TOP], [PAGE.left + TEXT_BOX.width, RULE_TOP], LIGHT_RULE);
    setter.doc.artifact('Pagination', () => {
      lines.forEach((line, index) => setter.draw(line, text, BASELINE + index * SMALL.leading, SMALL));
      setter.draw(setter.lines(pageOf[language](page + 1, count), number.width, SMALL)[0]!, number, BASELINE, SMALL);
    });
  }
}
