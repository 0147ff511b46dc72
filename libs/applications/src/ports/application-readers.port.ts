import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** The proposal in question, for those who decide about its readers. */
export interface ProposalToRead {
  id: string;
  competitionId: string;
  organisationId: string;
  state: string;
}

/**
 * Port: who else may read a submitted proposal, beside its organisation and the staff of the organiser.
 * Members and experts read only what was given to them, after they declared no conflict (rules 31, 32).
 */
@Port('many')
export abstract class ApplicationReaders {
  abstract mayRead(ctx: Context, reader: Reader, application: ProposalToRead): Promise<boolean>;
}
