export interface PaperLine {
  fullName: string;
  organisation: string | null;
  phone: string | null;
}

const PHONE = /^\+?[\d\s()-]{6,}$/;

/**
 * A paper sheet as it is typed: one person in a line, «Прізвище Ім’я; організація; телефон», with semicolons or
 * tabulators. What looks like a telephone is one, wherever it stands.
 */
export function readPaperSheet(typed: string): PaperLine[] {
  return typed
    .split('\n')
    .map((line) => line.split(/[;\t]/).map((cell) => cell.trim()))
    .filter(([fullName]) => fullName !== undefined && fullName !== '')
    .map(([fullName, ...rest]) => {
      const cells = rest.filter((cell) => cell !== '');
      const phone = cells.find((cell) => PHONE.test(cell)) ?? null;
      return { fullName: fullName!, phone, organisation: cells.find((cell) => cell !== phone) ?? null };
    });
}
