import { longDate } from '#libs/platform/clock';
import type { Piece } from '../flow.js';
import { BODY, RULE, style } from '../look.js';
import type { PdfModel } from '../pdf-model.js';
import { TEXT_BOX, type Typesetter } from '../typesetter.js';
import { stack } from './prose.js';
import { rowPieces, type Cell } from './rows.js';

const ISSUER = style('bold', 11);
const DEPARTMENT = style('regular', 11);
const TITLE = style('bold', 16);
const CENTRED = { ...TEXT_BOX, align: 'center' as const };
const RULE_GAP = 8;
const TITLE_GAP = 22;
const DATE_GAP = 12;
const AFTER = 6;
const NUMBER_SIGN = { uk: '№', en: 'No.' };

/** The top of the first page: who issues, what it is called, when, where and under what number. */
export function openingPieces(setter: Typesetter, model: PdfModel): Piece[] {
  const opening = [...issuerPieces(setter, model.headerLines ?? []), ...titlePieces(setter, model.title)];
  return [...opening, ...dateAndNumber(setter, model)].map((piece) => ({ ...piece, keepWithNext: true }));
}

function issuerPieces(setter: Typesetter, headerLines: readonly string[]): Piece[] {
  if (headerLines.length === 0) return [];
  const pieces = headerLines.flatMap((text, index) => {
    const look = index === 0 ? ISSUER : DEPARTMENT;
    const element = setter.doc.element('P', setter.root);
    return stack(setter, setter.lines(text, CENTRED.width, look), { element, box: CENTRED, style: look, gapAbove: 0 });
  });
  const { x, width } = TEXT_BOX;
  const paint = (top: number): void => setter.rule([x, top], [x + width, top], RULE, 0.75);
  return [...pieces, { height: 0.75, gapAbove: RULE_GAP, keepWithNext: true, paint }];
}

function titlePieces(setter: Typesetter, title: string): Piece[] {
  const element = setter.doc.element('H1', setter.root);
  const lines = setter.lines(title, CENTRED.width, TITLE);
  return stack(setter, lines, { element, box: CENTRED, style: TITLE, gapAbove: TITLE_GAP });
}

const ALIGNS = ['left', 'center', 'right'] as const;

function dateAndNumber(setter: Typesetter, { issuedAt, place, number, language }: PdfModel): Piece[] {
  const sign = number && `${NUMBER_SIGN[language]}\u00a0${number}`;
  const texts = [issuedAt && longDate(issuedAt, language), place, sign];
  if (!texts.some(Boolean)) return [];
  const element = setter.doc.element('P', setter.root);
  const width = TEXT_BOX.width / texts.length;
  const cells = texts.map((text, index): Cell => ({
    lines: text ? setter.lines(text === sign ? text : `${text} `, width, BODY) : [],
    box: { x: TEXT_BOX.x + index * width, width, align: ALIGNS[index]! },
    style: BODY,
    element,
  }));
  const [first, ...others] = rowPieces(setter, cells, { paddingTop: 0, paddingBottom: AFTER, verticalAlign: 'top' });
  return [{ ...first!, gapAbove: DATE_GAP }, ...others];
}
