import type { Attendee, Ballot, ItemRow, SessionRow } from './session.js';
import { countVotes, type Count } from './voting.js';

/** In the room now: came, and has not left. */
export const isInRoom = (one: Attendee): boolean => one.isPresent && one.leftAt === null;

/** Those in the room with how many ballots each still owes; who has voted on everything is left out. */
export function ballotsOwed(
  items: readonly ItemRow[],
  attendance: readonly Attendee[],
  ballots: readonly Ballot[],
): { personId: string; fullName: string; missing: number }[] {
  return attendance
    .filter(isInRoom)
    .map(({ personId, fullName }) => ({
      personId,
      fullName,
      missing: items.length - ballots.filter((ballot) => ballot.personId === personId).length,
    }))
    .filter(({ missing }) => missing > 0);
}

/**
 * Counts one item. Present for it are those in the room and those who voted on it before they left:
 * what a person voted stays, what came after they had gone was decided without them.
 */
export function countItem(
  session: Pick<SessionRow, 'procedure' | 'membersTotal'>,
  attendance: readonly Attendee[],
  ballots: readonly Ballot[],
  itemId: string,
): Count {
  const own = ballots.filter((ballot) => ballot.itemId === itemId);
  const voted = new Set(own.map((ballot) => ballot.personId));
  const presentIds = attendance.filter((one) => isInRoom(one) || voted.has(one.personId)).map((one) => one.personId);
  const chairId = attendance.find((one) => one.role === 'commission-chair')?.personId ?? null;
  const membersTotal = session.membersTotal ?? attendance.length;
  return countVotes(session.procedure, { membersTotal, presentIds, chairId }, own);
}
