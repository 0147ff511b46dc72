import type { CompetitionRow } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { assign, ExpertsShort, type Bottleneck } from '../model/assignment/assign.js';
import { FAIR_AND_EVEN, limitFor, type AssignmentProblem } from '../model/assignment/problem.js';

/** An assignment problem and whom its rows and columns are. */
export interface ProblemOfPeople {
  /** Admitted proposals in the order of register codes. */
  applications: string[];
  /** Experts by id. */
  experts: string[];
  problem: AssignmentProblem;
}

interface Lists {
  /** With the experts they have. */
  applications: { id: string; has: number }[];
  /** With the proposals they have. */
  experts: { id: string; load: number }[];
  /** Pairs that may be made: declared without conflict, not made before. */
  free: { applicationId: string; personId: string }[];
}

/** The places of a competition «k of n» that are still open; pairs that exist stay and only count as load. */
export async function assignmentProblem(reader: Reader, competition: CompetitionRow): Promise<ProblemOfPeople> {
  const lists = await readLists(reader, competition.id);
  return {
    applications: lists.applications.map(({ id }) => id),
    experts: lists.experts.map(({ id }) => id),
    problem: problemOf(lists, competition.expertsPerApplication ?? 1),
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

/** Nobody has told us their fields yet: every free pair fits alike, so that loads alone decide. */
function problemOf({ applications, experts, free }: Lists, perApplication: number): AssignmentProblem {
  const scores = new Int8Array(applications.length * experts.length).fill(-1);
  const rows = new Map(applications.map(({ id }, index) => [id, index]));
  const columns = new Map(experts.map(({ id }, index) => [id, index]));
  for (const { applicationId, personId } of free)
    scores[rows.get(applicationId)! * experts.length + columns.get(personId)!] = 0;
  return {
    needs: Int32Array.from(applications, ({ has }) => Math.max(0, perApplication - has)),
    loads: Int32Array.from(experts, ({ load }) => load),
    limits: new Int32Array(experts.length).fill(limitFor(applications.length * perApplication, experts.length)),
    scores,
    objective: FAIR_AND_EVEN,
  };
}

async function readLists(reader: Reader, competitionId: string): Promise<Lists> {
  const applications = await reader.rows<Lists['applications'][number]>(
    `select v.id, (select count(*)::int from evaluation.assignment a where a.application_id = v.id and a.ended_at is null) as has
       from applications.v_application v where v.competition_id = $1 and v.state = 'admitted' order by v.register_code, v.id`,
    [competitionId],
  );
  const experts = await reader.rows<Lists['experts'][number]>(
    `select r.person_id as id, (select count(*)::int from evaluation.assignment a
                                 where a.competition_id = $1 and a.person_id = r.person_id and a.ended_at is null) as load
       from identity.v_role r where r.scope_id = $1 and r.role = 'expert' order by r.person_id`,
    [competitionId],
  );
  const free = await reader.rows<Lists['free'][number]>(
    `select d.application_id as "applicationId", d.person_id as "personId"
       from evaluation.v_free_pair d
       join applications.v_application v on v.id = d.application_id and v.state = 'admitted'
       join identity.v_role r on r.person_id = d.person_id and r.scope_id = d.competition_id and r.role = 'expert'
      where d.competition_id = $1
        and not exists (select from evaluation.assignment a where a.application_id = d.application_id and a.person_id = d.person_id)`,
    [competitionId],
  );
  return { applications, experts, free };
}
