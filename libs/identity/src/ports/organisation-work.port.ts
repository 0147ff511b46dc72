import type { Reader, Tx } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** A proposal that is not decided yet. */
export interface OpenProposal {
  id: string;
  title: string;
  competition: string;
}

/** An authority knows an organisation. */
export interface Acquaintance {
  organisationId: string;
  organiserId: string;
}

/** What an upper lib keeps for an organisation; asked and moved in the transaction of this lib. */
@Port('one')
export abstract class OrganisationWork {
  /**
   * Which of these authorities have opened a proposal of which of these organisations: before that nobody knows who
   * takes part (rule 16).
   */
  abstract acquaintances(
    reader: Reader,
    organisationIds: readonly string[],
    organiserIds: readonly string[],
  ): Promise<Acquaintance[]>;
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
