export interface Difference {
  /** `identity:claim.differs.<what>` */
  what: 'name' | 'head' | 'claimant-is-not-head';
  inCard: string;
  inExtract: string;
}

/** Quotation marks, apostrophes, case and spaces are no difference. */
const bare = (text: string): string =>
  text
    .toLocaleLowerCase('uk')
    .replace(/[«»"“”„]/g, '')
    .replace(/['’ʼ`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/** What an officer should look at: the card beside the words of the extract, and the claimant beside its head. */
export function claimDifferences(
  claim: { extractName: string; extractHead: string; claimant: string },
  card: { name: string; headName: string },
): Difference[] {
  const all: Difference[] = [
    { what: 'name', inCard: card.name, inExtract: claim.extractName },
    { what: 'head', inCard: card.headName, inExtract: claim.extractHead },
    { what: 'claimant-is-not-head', inCard: claim.claimant, inExtract: claim.extractHead },
  ];
  return all.filter(({ inCard, inExtract }) => inExtract !== '' && bare(inCard) !== bare(inExtract));
}
