/** A ruling that holds money and that no later one has lifted. */
export interface Stay {
  id: string;
  court: string;
  caseNumber: string;
  ruledOn: string;
  isWhole: boolean;
  /** The proposals that it names; empty for the whole competition. */
  applicationIds: string[];
}

/**
 * The stay that holds any of these proposals; `all` are the proposals of the competition together, as one order decides
 * on them. Undefined: no court holds it.
 */
export const stayOver = (stays: readonly Stay[], applicationIds: readonly string[] | 'all'): Stay | undefined =>
  stays.find(
    ({ isWhole, applicationIds: named }) =>
      isWhole || (applicationIds === 'all' ? named.length > 0 : named.some((id) => applicationIds.includes(id))),
  );
