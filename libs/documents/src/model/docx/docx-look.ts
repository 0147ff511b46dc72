import {
  AlignmentType,
  BorderStyle,
  LevelFormat,
  TabStopType,
  convertMillimetersToTwip,
  type IPropertiesOptions,
} from 'docx';
import type { PdfModel } from '../pdf/pdf-model.js';

/** The look of every document for Word: the page of ДСТУ 4163:2020, Times New Roman, black. */
const mm = convertMillimetersToTwip;

export const TEXT_WIDTH = mm(170);
const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(10) },
};

/** Half points. */
const TEXT_SIZE = 24;
/** Twentieths of a point. */
const AFTER = 120;

export const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;
export const TO_SIGN = { ...NO_BORDERS, bottom: { style: BorderStyle.SINGLE, size: 4, color: '000000' } } as const;

/** Where the place and the number stand on the line under the title. */
export const OPENING_STOPS = [
  { type: TabStopType.CENTER, position: TEXT_WIDTH / 2 },
  { type: TabStopType.RIGHT, position: TEXT_WIDTH },
];

const heading = (size: number) => ({
  run: { size, bold: true, color: '000000', font: 'Times New Roman' },
  paragraph: { spacing: { before: 2 * AFTER, after: AFTER }, keepNext: true },
});

export function lookOf({ title, language }: PdfModel): Omit<IPropertiesOptions, 'sections'> {
  return {
    title,
    styles: {
      default: {
        document: {
          run: {
            font: 'Times New Roman',
            size: TEXT_SIZE,
            language: { value: language === 'en' ? 'en-GB' : 'uk-UA' },
          },
          paragraph: { spacing: { after: AFTER } },
        },
        title: {
          run: { size: 32, bold: true, color: '000000', font: 'Times New Roman' },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 2 * AFTER, after: 2 * AFTER } },
        },
        heading1: heading(28),
        heading2: heading(26),
        heading3: heading(TEXT_SIZE),
      },
    },
    numbering: {
      config: [
        {
          reference: NUMBERED,
          levels: [
            {
              ...{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT },
              style: { paragraph: { indent: { left: mm(10), hanging: mm(7) } } },
            },
          ],
        },
      ],
    },
  };
}

export const NUMBERED = 'numbered';
export const PAGE_OF_TEXT = { page: PAGE };
