import type { Reader, Tx } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** A proposal that is not decided yet. */
export interface OpenProposal {
  id: string;
  title: string;
  competition: string;
}

/** What an upper lib keeps for an organisation; asked and moved in the transaction of this lib. */
@Port('one')
export abstract class OrganisationWork {
  /** Organisations whose proposals these authorities have opened: before that nobody knows who takes part (rule 16). */
  abstract organisationsKnownTo(reader: Reader, organiserIds: readonly string[]): Promise<string[]>;
  /** Drafts and submitted proposals that wait for a decision. */
  abstract openProposals(reader: Reader, organisationId: string): Promise<OpenProposal[]>;
  /** Opened proposals that wait for a decision, in competitions of these authorities; null: of all. */
  abstract openedProposals(
    reader: Reader,
    organisationId: string,
    organiserIds: readonly string[] | null,
  ): Promise<OpenProposal[]>;
  /** How many drafts and submitted proposals of these organisations wait for a decision. */
  abstract countOpenProposals(reader: Reader, organisationIds: readonly string[]): Promise<number>;
  /** How many proposals of any state there are. */
  abstract countProposals(reader: Reader, organisationId: string): Promise<number>;
  /** Hands every proposal over to another organisation; nothing that was submitted changes. */
  abstract move(tx: Tx, fromId: string, intoId: string): Promise<void>;
}
