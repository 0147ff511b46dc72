import type { Reader } from '#libs/platform/database';
import { directorAwards, type CompetitionRow } from '#libs/competitions';
import type { RatedProposal } from '../model/allocation.js';
import type { Minutes, OrderContent } from '../model/order-paper.js';
import { isPartialLine, partialConsentDays } from '../model/partial-award.js';
import { commissionAdvice } from './commission-advice.js';
import { findOrder } from './find-order.js';
import { ratedProposals } from './rated-proposals.js';
import { potRulesOf } from './read-allocation.js';

/** Everything that the order says, from the adopted lines. */
export async function orderContent(
  reader: Reader,
  competition: CompetitionRow,
  signing: Pick<OrderContent, 'number' | 'signer' | 'signedAt'>,
): Promise<OrderContent> {
  const isByDirector = directorAwards(competition);
  const proposals = await ratedProposals(reader, competition.id);
  const decided = (outcome: string) => proposals.filter(({ adopted }) => adopted?.outcome === outcome);
  const money = potRulesOf(competition);
  const given = decided('funded');
  const funded = given.filter((row) => !isPartialLine(row, money));
  return {
    ...signing,
    organiser: await organiserOf(reader, competition.organiserId),
    competitionTitle: competition.title,
    budgetYear: competition.budgetYear!,
    ruleSet: { title: competition.ruleSet!.title.uk, act: competition.ruleSet!.act },
    isByDirector,
    minutes: isByDirector
      ? (await commissionAdvice(reader, competition.id)).minutes
      : await minutesOf(reader, competition.id),
    funded,
    partial: given.filter((row) => isPartialLine(row, money)),
    consentDays: partialConsentDays(competition),
    next: decided('next'),
    notFunded: decided('not-funded'),
    awardedKop: funded.reduce((sum, { adopted }) => sum + adopted!.amountKop, 0),
  };
}

async function organiserOf(reader: Reader, id: string): Promise<OrderContent['organiser']> {
  const found = await reader.one<OrderContent['organiser']>(
    'select name, city from identity.v_organiser where id = $1',
    [id],
  );
  return found!;
}

/** What the additional order says: freed money goes to the next in the rating (rule 50). */
export async function additionalContent(
  reader: Reader,
  competition: CompetitionRow,
  { rows, isByDirector }: { rows: readonly RatedProposal[]; isByDirector: boolean },
  given: ReadonlyMap<string, number>,
  signing: Pick<OrderContent, 'number' | 'signer' | 'signedAt'>,
): Promise<OrderContent> {
  const money = potRulesOf(competition);
  const chosen = rows
    .filter(({ applicationId }) => given.has(applicationId))
    .map((row): RatedProposal => {
      const amountKop = given.get(row.applicationId)!;
      return { ...row, adopted: { outcome: 'funded', amountKop, reason: null, note: '' } };
    });
  const funded = chosen.filter((row) => !isPartialLine(row, money));
  const first = (await findOrder(reader, competition.id))!;
  return {
    ...{ ...signing, isByDirector, funded },
    organiser: await organiserOf(reader, competition.organiserId),
    competitionTitle: competition.title,
    budgetYear: competition.budgetYear!,
    ruleSet: { title: competition.ruleSet!.title.uk, act: competition.ruleSet!.act },
    first: { number: first.number, signedOn: first.signedOn },
    minutes: await nextMinutesOf(reader, [...given.keys()]),
    partial: chosen.filter((row) => isPartialLine(row, money)),
    consentDays: partialConsentDays(competition),
    next: [],
    notFunded: [],
    awardedKop: funded.reduce((sum, { adopted }) => sum + adopted!.amountKop, 0),
  };
}

function nextMinutesOf(reader: Reader, applicationIds: readonly string[]): Promise<Minutes[]> {
  return reader.rows(
    `select i.session_number as number, max(l.adopted_at) as "signedAt"
       from awards.next_line l join sessions.v_item i on i.id = l.session_item_id
      where l.application_id = any($1) group by i.session_number order by i.session_number`,
    [applicationIds],
  );
}

/** The minutes by which the lines were adopted. */
function minutesOf(reader: Reader, competitionId: string): Promise<Minutes[]> {
  return reader.rows(
    `select i.session_number as number, max(l.adopted_at) as "signedAt"
       from awards.allocation_line l join sessions.v_item i on i.id = l.session_item_id
      where l.competition_id = $1 group by i.session_number order by i.session_number`,
    [competitionId],
  );
}
