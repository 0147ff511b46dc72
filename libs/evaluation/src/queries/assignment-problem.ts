import type { CompetitionRow } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { assign, ExpertsShort, type Bottleneck } from '../model/assignment/assign.js';
import { FAIR_AND_EVEN, type AssignmentProblem } from '../model/assignment/problem.js';
import { loadLimits, PLACE_FIT, PRIORITY_FIT } from '../model/expert.js';

/** An assignment problem and whom its rows and columns are. */
export interface ProblemOfPeople {
  /** Admitted proposals in the order of register codes. */
  applications: string[];
  /** Experts by id. */
  experts: string[];
  problem: AssignmentProblem;
}

interface Lists {
  /** With the places they have, and how many of them are taken. */
  applications: { id: string; places: number; has: number }[];
  /** With the proposals they have. */
  experts: { id: string; load: number; limit: number | null }[];
  /** Pairs that may be made: declared without conflict, not made before. */
  free: { applicationId: string; personId: string; fit: number }[];
}

/** The places of a competition «k of n» that are still open; pairs that exist stay and only count as load. */
export async function assignmentProblem(reader: Reader, competition: CompetitionRow): Promise<ProblemOfPeople> {
  const lists = await readLists(reader, competition.id);
  return {
    applications: lists.applications.map(({ id }) => id),
    experts: lists.experts.map(({ id }) => id),
    problem: problemOf(lists),
  };
}

/** Who is short of experts; null when every place can be filled. */
export async function expertShortage(reader: Reader, competition: CompetitionRow): Promise<Bottleneck | null> {
  const { problem } = await assignmentProblem(reader, competition);
  try {
    assign(problem);
    return null;
  } catch (error) {
    if (error instanceof ExpertsShort) return error.bottleneck;
    throw error;
  }
}

function problemOf({ applications, experts, free }: Lists): AssignmentProblem {
  const scores = new Int8Array(applications.length * experts.length).fill(-1);
  const rows = new Map(applications.map(({ id }, index) => [id, index]));
  const columns = new Map(experts.map(({ id }, index) => [id, index]));
  for (const { applicationId, personId, fit } of free)
    scores[rows.get(applicationId)! * experts.length + columns.get(personId)!] = fit;
  return {
    needs: Int32Array.from(applications, ({ places, has }) => Math.max(0, places - has)),
    loads: Int32Array.from(experts, ({ load }) => load),
    limits: Int32Array.from(
      loadLimits(
        applications.reduce((sum, { places }) => sum + places, 0),
        experts.map(({ limit }) => limit),
      ),
    ),
    scores,
    objective: FAIR_AND_EVEN,
  };
}

async function readLists(reader: Reader, competitionId: string): Promise<Lists> {
  const applications = await reader.rows<Lists['applications'][number]>(
    `select v.id, p.places,
            (select count(*)::int from evaluation.assignment a where a.application_id = v.id and a.ended_at is null) as has
       from evaluation.v_place p join applications.v_application v on v.id = p.application_id
      where p.competition_id = $1 order by v.register_code, v.id`,
    [competitionId],
  );
  const experts = await reader.rows<Lists['experts'][number]>(
    `select e.person_id as id, e.load_limit as limit,
            (select count(*)::int from evaluation.assignment a
              where a.competition_id = $1 and a.person_id = e.person_id and a.ended_at is null) as load
       from evaluation.v_scoring_expert e where e.competition_id = $1 order by e.person_id`,
    [competitionId],
  );
  const free = await reader.rows<Lists['free'][number]>(
    `select f.application_id as "applicationId", f.person_id as "personId",
            case when v.priority_id = any(e.priorities) then $2::int else 0 end
              + case when evaluation.plain_name(v.settlement) = any(e.places) then $3::int else 0 end as fit
       from evaluation.v_free_pair f
       join applications.v_application v on v.id = f.application_id and v.state = 'admitted'
       join (select person_id, priorities, array(select evaluation.plain_name(place) from unnest(places) place) as places
               from evaluation.v_scoring_expert where competition_id = $1) e on e.person_id = f.person_id
      where f.competition_id = $1
        and not exists (select from evaluation.assignment a where a.application_id = f.application_id and a.person_id = f.person_id)`,
    [competitionId, PRIORITY_FIT, PLACE_FIT],
  );
  return { applications, experts, free };
}
