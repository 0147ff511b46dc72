import type { Reader } from '#libs/platform/database';

/** A proposal of an organisation in another competition, from which a new one may begin. */
export interface EarlierProposal {
  id: string;
  title: string;
  state: string;
  competitionTitle: string;
}

const SHOWN_MAX = 10;

/** The last ones first, also those that were refused or never sent. */
export function earlierProposals(
  reader: Reader,
  organisationId: string,
  competitionId: string,
): Promise<EarlierProposal[]> {
  return reader.rows(
    `select a.id, a.title, a.state, c.title as "competitionTitle"
       from applications.application a join competitions.v_competition c on c.id = a.competition_id
      where a.organisation_id = $1 and a.competition_id <> $2 and a.title <> ''
      order by a.created_at desc limit ${SHOWN_MAX}`,
    [organisationId, competitionId],
  );
}
