/** The head of an organisation, in the three fields in which every name is typed. */
export interface HeadName {
  headFamilyName: string;
  headGivenName: string;
  headPatronymic: string | null;
}

/** «Гнатенко Олег Вадимович», as lists and papers print it. */
export const headNameOf = ({ headFamilyName, headGivenName, headPatronymic }: HeadName): string =>
  [headFamilyName, headGivenName, headPatronymic].filter(Boolean).join(' ');

/** A name that came in one line (an extract, an import): surname first, as the register writes it. */
export function splitHeadName(line: string): HeadName {
  const [headFamilyName = '', headGivenName = '', ...rest] = line.trim().split(/\s+/);
  return { headFamilyName, headGivenName, headPatronymic: rest.join(' ') || null };
}
