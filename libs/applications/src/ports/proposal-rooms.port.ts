import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';
import type { ApplicationRow } from '../model/application.js';

/** A page of an upper lib about one proposal: its words in the language of the context, and where it is. */
export interface ProposalRoom {
  text: string;
  href: string;
}

/** Port: the links of upper libs on the page of a proposal, for those who act for it; only what can be done or seen now. */
@Port('many')
export abstract class ProposalRooms {
  abstract rooms(
    ctx: Context,
    reader: Reader,
    application: Pick<ApplicationRow, 'id' | 'competitionId' | 'organisationId' | 'state'>,
  ): Promise<ProposalRoom[]>;
}
