import type { Recipient } from '#libs/notifications';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** Somebody who must learn what happens to a competition. */
export interface ConcernedPerson {
  to: Recipient;
  because: 'applicant' | 'commission' | 'expert';
  /** The proposal that makes it the person's business; null for those who judge. */
  applicationId: string | null;
  registerCode: string | null;
}

/**
 * Port: whom upper libs know as concerned by a competition: applicants with anything from a draft on, people with
 * scoring to do. Called in the transaction of the act, with the competition locked. One person may come more than once.
 */
@Port('many')
export abstract class ConcernedPeople {
  abstract people(reader: Reader, competitionId: string): Promise<ConcernedPerson[]>;
}
