interface Named {
  fullName: string;
}

/** Two accounts of one person bear one name; letter case and apostrophes aside, anything else needs a second look. */
export const namesDiffer = (one: Named, other: Named): boolean => plain(one.fullName) !== plain(other.fullName);

const plain = (name: string): string =>
  name
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replace(/[’'ʼ`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
