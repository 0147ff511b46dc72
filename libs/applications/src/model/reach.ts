import { inLang, type TargetGroup } from '#libs/competitions';
import type { Lang } from '#libs/platform/access';
import type { FrozenReach } from './frozen-proposal.js';

/** How many people of a target group of the competition a proposal reaches. A group that is not listed is not chosen. */
export interface Reach {
  /** Key of the group. */
  key: string;
  people: number;
}

/** In the order in which the competition names its groups. */
export function inOrderOf(groups: readonly TargetGroup[], reach: readonly Reach[]): Reach[] {
  return groups.flatMap(({ key }) => reach.filter((one) => one.key === key));
}

export const reachInWords = (groups: readonly TargetGroup[], reach: readonly Reach[], lang: Lang): FrozenReach[] =>
  inOrderOf(groups, reach).map(({ key, people }) => ({
    ...{
      key,
      group: targetGroupName(
        groups.find((group) => group.key === key)!,
        lang,
      ),
      people,
    },
  }));

export const targetGroupName = ({ title, titleEn }: TargetGroup, lang: Lang): string =>
  inLang({ uk: title, en: titleEn }, lang);
