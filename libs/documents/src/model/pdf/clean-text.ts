import { INVISIBLE } from '../invisible-characters.js';

const REPLACEMENT = '\ufffd';

/**
 * Text as it can be printed: composed letters, `\n` as the only line break, nothing invisible,
 * no spaces in a row, and a visible mark in place of what the font cannot draw (a missing glyph would break PDF/UA).
 */
export function cleanText(text: string, canDraw: (codePoint: number) => boolean): string {
  const composed = text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ');
  return Array.from(composed, (char) => (char === '\n' || canDraw(char.codePointAt(0)!) ? char : REPLACEMENT)).join('');
}
