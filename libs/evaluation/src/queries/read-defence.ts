import type { Reader } from '#libs/platform/database';
import type { Capacity, DefenceDay, DefenceRow, DefenceSlot } from '../model/defence.js';

/** Undefined where nobody has begun to plan one. */
export const defenceOf = (reader: Reader, competitionId: string): Promise<DefenceRow | undefined> =>
  reader.one<DefenceRow>(
    `select competition_id as "competitionId", state, version, order_by as "orderBy", seed, published_at as "publishedAt",
            cancel_reason as "cancelReason", recording_url as "recordingUrl", changed_at as "changedAt"
       from evaluation.defence where competition_id = $1`,
    [competitionId],
  );

export const defenceDays = (reader: Reader, competitionId: string): Promise<DefenceDay[]> =>
  reader.rows<DefenceDay>(
    `select id, starts_at as "startsAt", ends_at as "endsAt", place, online_url as "onlineUrl",
            is_online_public as "isOnlinePublic", minutes_each as "minutesEach", pause_after as "pauseAfter",
            pause_minutes as "pauseMinutes"
       from evaluation.defence_day where competition_id = $1 and removed_at is null order by starts_at, id`,
    [competitionId],
  );

/** Every slot in the order of its time; of a draft in the order that was typed. */
export const defenceSlots = (reader: Reader, competitionId: string): Promise<DefenceSlot[]> =>
  reader.rows<DefenceSlot>(`${SLOTS} where s.competition_id = $1 order by s.starts_at, s.rank, v.register_code`, [
    competitionId,
  ]);

export const defenceSlot = (reader: Reader, applicationId: string): Promise<DefenceSlot | undefined> =>
  reader.one<DefenceSlot>(`${SLOTS} where s.application_id = $1`, [applicationId]);

const SLOTS = `
  select s.application_id as "applicationId", s.competition_id as "competitionId", v.organisation_id as "organisationId", v.register_code as "registerCode", v.title,
         v.organisation_short_name as "organisationName", s.rank, s.day_id as "dayId", s.starts_at as "startsAt",
         s.ends_at as "endsAt", s.move_reason as "moveReason", s.state, s.questions, s.version, s.sequence,
         s.changed_at as "changedAt", s.noted_at as "notedAt", s.session_id is not null as "isMinuted",
         v.state <> 'admitted' as "isGone"
    from evaluation.defence_slot s join applications.v_application v on v.id = s.application_id`;

export interface ProposalToDefend {
  applicationId: string;
  registerCode: string;
  title: string;
  organisationName: string;
  /** Typed by hand, or given when the agenda was published; null = not yet. */
  rank: number | null;
}

/** The admitted proposals by register code. */
export const proposalsToDefend = (reader: Reader, competitionId: string): Promise<ProposalToDefend[]> =>
  reader.rows<ProposalToDefend>(
    `select v.id as "applicationId", v.register_code as "registerCode", v.title,
            v.organisation_short_name as "organisationName", s.rank
       from applications.v_application v
       left join evaluation.defence_slot s on s.application_id = v.id
      where v.competition_id = $1 and v.state = 'admitted' order by v.register_code`,
    [competitionId],
  );

/** Whether the check of some proposal is not decided: then the list of those who defend is not final. */
export async function hasUndecided(reader: Reader, competitionId: string): Promise<boolean> {
  const found = await reader.one(
    `select from applications.v_application where competition_id = $1 and state = 'submitted' limit 1`,
    [competitionId],
  );
  return found !== undefined;
}

export interface Presenter {
  /** Null once the names were forgotten. */
  fullName: string | null;
  capacity: Capacity;
}

/** Who presents each proposal, by its id. */
export async function presentersOf(
  reader: Reader,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, Presenter[]>> {
  const rows = await reader.rows<{ applicationId: string; presenters: Presenter[] }>(
    `select application_id as "applicationId",
            json_agg(json_build_object('fullName', full_name, 'capacity', capacity) order by position) as presenters
       from evaluation.defence_presenter where application_id = any($1) group by application_id`,
    [applicationIds],
  );
  return new Map(rows.map(({ applicationId, presenters }) => [applicationId, presenters]));
}

export interface Recused {
  personId: string;
  fullName: string;
}

/** Who takes no part in a proposal, because of a conflict of interest (rule 32). */
export async function recusedFrom(reader: Reader, competitionId: string): Promise<ReadonlyMap<string, Recused[]>> {
  const rows = await reader.rows<{ applicationId: string; people: Recused[] }>(
    `select d.application_id as "applicationId",
            json_agg(json_build_object('personId', p.id, 'fullName', p.full_name)
                     order by p.full_name collate "uk-x-icu", p.id) as people
       from evaluation.conflict_declaration d join identity.v_person p on p.id = d.person_id
      where d.competition_id = $1 and d.kind <> 'none' group by d.application_id`,
    [competitionId],
  );
  return new Map(rows.map(({ applicationId, people }) => [applicationId, people]));
}

/** rule 32: whether the person takes no part in the proposal. */
export async function isRecused(reader: Reader, applicationId: string, personId: string | null): Promise<boolean> {
  const found = await reader.one(
    `select from evaluation.conflict_declaration where application_id = $1 and person_id = $2 and kind <> 'none'`,
    [applicationId, personId],
  );
  return found !== undefined;
}
