import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** Why a contract cannot be signed now. */
export interface ContractHold {
  applicationId: string;
  /** In the language of the reader. */
  reason: string;
  /** Where it can be read, without the language prefix; null where there is no page. */
  href: string | null;
}

/** Port: an upper lib holds back the signature of contracts: a complaint is open, a court has stayed the result. */
@Port('many')
export abstract class ContractHolds {
  abstract holds(
    reader: Reader,
    competitionId: string,
    applicationIds: readonly string[],
    at: { now: Date; lang: Lang },
  ): Promise<ContractHold[]>;
}
