import { createRequire } from 'node:module';

/** The look of every generated document, in points unless said otherwise. Margins as in ДСТУ 4163:2020. */
const mm = (value: number): number => (value * 72) / 25.4;

export const MM = mm(1);
export const PAGE = { width: mm(210), height: mm(297), left: mm(30), right: mm(10), top: mm(20), bottom: mm(20) };
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const TEXT_BOTTOM = PAGE.height - PAGE.bottom;

export const INK = '#14181f';
export const QUIET_INK = '#4a5361';
export const RULE = '#9aa3b0';
export const LIGHT_RULE = '#d5dae1';
export const TINT = '#eef1f5';

export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic';

export interface TextStyle {
  face: Face;
  size: number;
  /** Distance between the lines. */
  leading: number;
  color: string;
}

export function style(face: Face, size: number, color = INK): TextStyle {
  return { face, size, leading: Math.round(size * 14) / 10, color };
}

export const BODY = style('regular', 11);

const require = createRequire(import.meta.url);
const font = (path: string): string => require.resolve(`@expo-google-fonts/noto-sans/${path}.ttf`);

/** Noto Sans: it has every Ukrainian letter and the hryvnia sign. */
export const FONT_FILES: Record<Face, string> = {
  regular: font('400Regular/NotoSans_400Regular'),
  bold: font('700Bold/NotoSans_700Bold'),
  italic: font('400Regular_Italic/NotoSans_400Regular_Italic'),
  boldItalic: font('700Bold_Italic/NotoSans_700Bold_Italic'),
};
