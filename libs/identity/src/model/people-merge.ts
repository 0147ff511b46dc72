/** A request to merge that nobody has confirmed for so long is over; by real time. */
export const PEOPLE_MERGE_OPEN_HOURS = 72;

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
