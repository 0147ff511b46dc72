/** People for whom a competition is held («цільова група»): a proposal says how many of them it reaches. */
export interface TargetGroup {
  /** Stays when the group is renamed: proposals name it. */
  key: string;
  title: string;
  titleEn: string;
}
