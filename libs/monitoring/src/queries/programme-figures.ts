import { withoutPersonalData } from '#libs/identity';
import type { Reader } from '#libs/platform/database';
import { reachedOf, type Figures, type PartOfFigures, type PlanAndFact } from '../model/figures.js';

const PARTS_MAX = 60;

/** Everything that a programme came to by now: by result, money, people, priority, district and indicator. */
export async function programmeFigures(reader: Reader, competitionId: string): Promise<Figures> {
  return {
    ...(await totals(reader, competitionId)),
    reached: reachedOf(await indicators(reader, competitionId)),
    priorities: await priorities(reader, competitionId),
    districts: await districts(reader, competitionId),
  };
}

type Totals = Omit<Figures, 'reached' | 'priorities' | 'districts'>;

async function totals(reader: Reader, competitionId: string): Promise<Totals> {
  const row = await reader.one<Record<string, string>>(
    `select count(*) as projects, count(v.project_id) as concluded, count(*) filter (where v.result = 'done') as done,
            count(*) filter (where v.result = 'partly') as partly, count(*) filter (where v.result = 'not-done') as "not-done",
            coalesce(sum(c.sum_kop), 0) as "contractKop", coalesce(sum(c.paid_kop), 0) as "paidKop",
            coalesce(sum(v.accepted_kop), 0) as "acceptedKop", coalesce(sum(v.untargeted_kop), 0) as "untargetedKop",
            coalesce(sum(v.unspent_kop), 0) as "unspentKop", coalesce(sum(f.returned_kop), 0) as "returnedKop",
            coalesce(sum(r.people), 0) as people, coalesce(sum(r.women), 0) as women
       from monitoring.project p
       join contracts.v_contract c on c.id = p.id
       left join monitoring.v_conclusion v on v.project_id = p.id
       left join monitoring.refund f on f.project_id = p.id
       left join lateral (
         select sum(h.people) as people, sum(h.women) as women from monitoring.reach h
           join monitoring.report t on t.id = h.report_id
          where t.project_id = p.id and t.state = 'accepted') r on true
      where p.competition_id = $1`,
    [competitionId],
  );
  const of = (key: string) => Number(row![key]);
  return {
    ...{ projects: of('projects'), concluded: of('concluded'), people: of('people'), women: of('women') },
    results: { done: of('done'), partly: of('partly'), 'not-done': of('not-done') },
    money: {
      ...{ contractKop: of('contractKop'), paidKop: of('paidKop'), acceptedKop: of('acceptedKop') },
      ...{ untargetedKop: of('untargetedKop'), unspentKop: of('unspentKop'), returnedKop: of('returnedKop') },
    },
  };
}

/** As the final reports have them. */
const indicators = (reader: Reader, competitionId: string): Promise<PlanAndFact[]> =>
  reader.rows(
    `select i.planned, coalesce(f.fact, '') as fact
       from monitoring.project p
       join contracts.v_indicator i on i.contract_id = p.id and i.kind = 'quantitative'
       left join monitoring.report r on r.project_id = p.id and r.kind = 'final' and r.state = 'accepted'
       left join monitoring.indicator_fact f on f.report_id = r.id and f.indicator_id = i.id
      where p.competition_id = $1`,
    [competitionId],
  );

async function priorities(reader: Reader, competitionId: string): Promise<PartOfFigures[]> {
  const rows = await reader.rows<Omit<PartOfFigures, 'paidKop'> & { paidKop: string }>(
    `select p.priority as name, count(*)::int as projects, (count(*) filter (where v.result = 'done'))::int as done,
            sum(c.paid_kop) as "paidKop"
       from monitoring.project p
       join contracts.v_contract c on c.id = p.id
       left join monitoring.v_conclusion v on v.project_id = p.id
      where p.competition_id = $1 group by p.priority order by sum(c.paid_kop) desc, p.priority limit ${PARTS_MAX}`,
    [competitionId],
  );
  return rows.map((row) => ({ ...row, paidKop: Number(row.paidKop) }));
}

/** Where the people live, as recipients wrote it: of accepted reports. */
async function districts(reader: Reader, competitionId: string): Promise<Figures['districts']> {
  const rows = await reader.rows<Figures['districts'][number]>(
    `select min(h.district) as name, sum(h.people)::int as people, sum(h.women)::int as women,
            count(distinct t.project_id)::int as projects
       from monitoring.reach h
       join monitoring.report t on t.id = h.report_id and t.state = 'accepted'
       join monitoring.project p on p.id = t.project_id
      where p.competition_id = $1 group by lower(btrim(h.district)) order by sum(h.people) desc, 1 limit ${PARTS_MAX}`,
    [competitionId],
  );
  return rows.map((row) => ({ ...row, name: withoutPersonalData(row.name) }));
}
